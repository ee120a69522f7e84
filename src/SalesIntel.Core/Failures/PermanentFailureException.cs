namespace SalesIntel.Failures;

/// <summary>An event can't be processed, now or later, without a person. The message says what was wrong and what to do.</summary>
/// <param name="code">Short name of the failure, e.g. <c>no-email</c>.</param>
/// <param name="message">What was wrong; no personal data.</param>
internal sealed class PermanentFailureException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
