using System.Text.Json;

namespace SalesIntel.Demo;

/// <summary>What <c>demo --json</c> prints.</summary>
/// <param name="Webhooks">What was sent and what became of it, in this order.</param>
/// <param name="Leads">The leads in the CRM.</param>
/// <param name="Problems">What is not as expected, one sentence each.</param>
/// <param name="Proven">The sum of it; null when something is not as expected.</param>
internal sealed record DemoDocument(
    IReadOnlyList<DemoWebhookView> Webhooks, IReadOnlyList<DemoLeadView> Leads, IReadOnlyList<string> Problems, DemoProof? Proven)
{
    public string ToJson() => JsonSerializer.Serialize(this, DemoJson.Readable.DemoDocument);
}
