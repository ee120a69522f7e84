namespace SalesIntel.Simulator;

/// <summary>The body of <c>GET /_wait</c>: how many there are of each.</summary>
internal sealed record CountsView(bool Reached, int Leads, int Notes, int Tasks, int Slack, int GeminiCalls, int Writes);
