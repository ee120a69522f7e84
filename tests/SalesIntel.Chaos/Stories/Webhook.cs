namespace SalesIntel.Chaos.Stories;

/// <summary>A webhook to send.</summary>
/// <param name="Source">calendly or readai.</param>
/// <param name="Body">Its body.</param>
internal sealed record Webhook(string Source, string Body);
