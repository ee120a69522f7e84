namespace SalesIntel.Hosting.Endpoints.Responses;

/// <summary>An error as RFC 9457 describes it. The type is always <c>about:blank</c>, because the status says it all.</summary>
internal sealed record ProblemResponse(string Title, int Status, string? Detail);
