namespace SalesIntel.Hosting.Endpoints;

/// <summary>An error answer after RFC 9457. The type is always <c>about:blank</c>: the status says it all.</summary>
internal sealed record ProblemAnswer(string Title, int Status, string? Detail);
