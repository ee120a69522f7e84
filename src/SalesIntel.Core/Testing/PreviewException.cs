namespace SalesIntel.Testing;

/// <summary>A message of a preview does not become a lead: it is not for SalesIntel, can't be read, or fails.</summary>
/// <param name="code">Why, e.g. <c>ignored</c>, <c>unreadable</c>, <c>event/no-email</c>.</param>
/// <param name="message">What was wrong, without personal data.</param>
public sealed class PreviewException(string code, string message) : Exception(message)
{
    /// <summary>Why, as a code.</summary>
    public string Code { get; } = code;
}
