namespace SalesIntel.Simulator;

/// <summary>The body of <c>GET /_state</c>.</summary>
internal sealed record StateView(
    IReadOnlyList<SimulatedLead> Leads,
    IReadOnlyList<SimulatedNote> Notes,
    IReadOnlyList<SimulatedTask> Tasks,
    IReadOnlyList<SlackMessage> Slack,
    int TokenRequests,
    int TokensIssued,
    int TokensMaxInFlight,
    IReadOnlyList<GeminiCall> GeminiCalls,
    IReadOnlyDictionary<string, int> GeminiPrompts,
    IReadOnlyList<ZohoWrite> Writes,
    IReadOnlyList<WriteOverlap> Overlaps,
    IReadOnlyList<string> IgnoredFields,
    IReadOnlyDictionary<string, int> Requests,
    int ZohoMaxInFlight,
    int ZohoMaxHeavyInFlight,
    int ZohoTooMany);
