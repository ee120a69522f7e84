using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>A message that reached the simulated Slack webhook.</summary>
/// <param name="Sequence">From 1.</param>
/// <param name="Path">What followed <c>/slack/</c>.</param>
/// <param name="At">When it was accepted.</param>
/// <param name="Text">The <c>text</c> property.</param>
/// <param name="Payload">The whole body.</param>
public sealed record SlackMessage(int Sequence, string Path, DateTimeOffset At, string? Text, JsonObject Payload);
