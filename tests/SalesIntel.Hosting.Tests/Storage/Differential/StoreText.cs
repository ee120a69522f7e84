using System.Globalization;
using System.Security.Cryptography;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage.Differential;

/// <summary>What a store answers, as text. Of times whole milliseconds count: stamps of acceptance differ by what was refused before.</summary>
internal static class StoreText
{
    public static string Of(WebhookEvent? found) => found is null ? "none" : string.Join(
        ' ',
        found.EventId[..8], found.Source, found.EventType, Of(found.ExternalId), Of(found.IdempotencyKey), found.Revision, found.Status, found.Stage,
        Of(found.Lane?.Value), Of(found.Lead?.Value), found.Attempts, Of(found.LastError), Of(found.ErrorClass), found.DryRun, found.Verified,
        Of(found.CreatedAt), Of(found.UpdatedAt), Convert.ToHexString(SHA256.HashData(found.Payload.Span))[..8],
        string.Join(
            ',',
            found.Ledger.OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => $"{Of(one.Key)}={one.Value.State}@{Of(one.Value.At)}:{Of(one.Value.Reference)}:{Of(one.Value.Detail)}")));

    public static string Of(LeadRecord lead) => string.Join(
        ' ',
        lead.Key.Value, lead.Email, Of(lead.CrmId), lead.Written.ToJsonString(), lead.OtherForms.ToJsonString(),
        string.Join(',', lead.Facts.Select(StoreJson.WriteFact)),
        string.Join(',', lead.References.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}={Of(one.Value)}")));

    public static string Of(EventLease? held) => held is null ? "none" : $"{held.Lane} until {Of(held.Until)}: {Of(held.Event)}";

    public static string Of(OpenCircuit? open) => open is null ? "closed" : $"{Of(open.Since)} to {Of(open.Until)}: {Of(open.Reason)}";

    public static string Of(IEnumerable<string> lines) => string.Join('\n', lines);

    // What can't be seen is to be seen in a failure.
    public static string Of(string? text) => text is null ? "-" : $"'{Uri.EscapeDataString(text)}'";

    public static string Of(DateTimeOffset? at) => at?.UtcDateTime.ToString("dd HH:mm:ss.fff", CultureInfo.InvariantCulture) ?? "-";
}
