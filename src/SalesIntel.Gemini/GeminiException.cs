using SalesIntel.Failures;

namespace SalesIntel.Gemini;

/// <summary>A call to Gemini failed. The message is ours, names what to do, and holds neither key nor content; the provider's own
/// text goes to the log at DEBUG only, because it may quote the request.</summary>
/// <param name="code">The provider's reason or status (<c>API_KEY_INVALID</c>, <c>RESOURCE_EXHAUSTED</c>), a finish reason
/// (<c>RECITATION</c>), or our name: <c>timeout</c>, <c>unreachable</c>, <c>bad_response</c>, <c>no_key</c>, <c>http_502</c>.</param>
/// <param name="message">What was wrong and what to do.</param>
/// <param name="inner">The cause, if any.</param>
public sealed class GeminiException(string code, string message, Exception? inner = null)
    : ProviderException("gemini", code, message, inner);
