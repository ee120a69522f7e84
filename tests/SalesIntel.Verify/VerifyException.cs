namespace VerifyTests;

/// <summary>What a test got is not what its snapshot holds.</summary>
/// <param name="message">The two files, and where they begin to differ.</param>
public sealed class VerifyException(string message) : Exception(message);
