namespace SalesIntel.Hosting.Commands.Events;

/// <summary>Something else that would be done, as it is printed.</summary>
internal sealed record EffectView(string Effect, string Action, string Text);
