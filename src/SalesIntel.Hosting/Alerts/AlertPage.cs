namespace SalesIntel.Hosting.Alerts;

/// <summary>One open trouble.</summary>
/// <param name="Group">What is known about it.</param>
/// <param name="WindowEnds">When its repetitions are told, or it is closed for want of any, UTC.</param>
internal sealed record AlertPage(AlertGroup Group, DateTimeOffset WindowEnds);
