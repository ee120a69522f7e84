using SalesIntel.Crm;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>What a write to a lead sent, as it is kept in the ledger: names of fields, no values.</summary>
/// <param name="Sent">The fields that the CRM took.</param>
/// <param name="Issues">What it did not take as it was, as <c>Field: reason</c>.</param>
internal sealed record LeadWriteDetail(IReadOnlyList<string> Sent, IReadOnlyList<string> Issues)
{
    /// <summary>The fields that were left as somebody has changed them in the CRM; null when there are none.</summary>
    [JsonPropertyName("changed_in_the_crm")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Kept { get; init; }

    /// <summary>What the CRM was seen to hold; null when it was not looked at.</summary>
    [JsonPropertyName("look")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LeadLook? Look { get; init; }

    /// <summary>What a write did.</summary>
    /// <param name="result">The write.</param>
    /// <param name="withLook">True where another write of the same event may follow.</param>
    public static string Of(LeadWriteResult result, bool withLook = false) => JsonSerializer.Serialize(
        new LeadWriteDetail(result.Sent, result.Issues)
        {
            Kept = result.Kept.Count > 0 ? result.Kept : null, Look = withLook ? result.Look : null,
        },
        ProcessingJsonContext.ForDetails.LeadWriteDetail);

    /// <summary>What the CRM did not take as it was of all that an event wrote to its lead.</summary>
    public static IReadOnlyCollection<string> IssuesOf(IReadOnlyDictionary<string, LedgerEntry> ledger) =>
        [.. new[] { Effects.Facts, Effects.Intelligence }.SelectMany(effect => Read(ledger.GetValueOrDefault(effect))?.Issues ?? []).Distinct()];

    /// <summary>What the CRM was seen to hold when an effect was done; null when that is not known, or too long ago.</summary>
    public static LeadLook? LookOf(LedgerEntry? entry, DateTimeOffset now) =>
        entry is not null && (now - entry.At).Duration() < LeadLook.Life ? Read(entry)?.Look : null;

    /// <summary>What an effect's entry says; null when it was not done or says nothing.</summary>
    public static LeadWriteDetail? Read(LedgerEntry? entry) => entry is { State: LedgerState.Done, Detail.Length: > 0 }
        ? JsonSerializer.Deserialize(entry.Detail, ProcessingJsonContext.ForDetails.LeadWriteDetail)
        : null;
}
