namespace SalesIntel.Hosting.Redis;

/// <summary>This service can't work with this Redis until somebody changes a setting; a host does not start with it.</summary>
/// <param name="message">What is wrong and what to set; no secret.</param>
internal sealed class RedisMistakeException(string message) : InvalidOperationException(message);
