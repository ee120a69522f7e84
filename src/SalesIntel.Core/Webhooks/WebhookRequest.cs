namespace SalesIntel.Webhooks;

/// <summary>A received webhook, before anything is known about it.</summary>
/// <param name="Body">The raw body; signatures are made over exactly these bytes.</param>
/// <param name="Header">Looks up a header by name, case-insensitively; null when absent.</param>
public sealed record WebhookRequest(ReadOnlyMemory<byte> Body, Func<string, string?> Header);
