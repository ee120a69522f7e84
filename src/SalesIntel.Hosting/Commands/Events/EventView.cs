using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Leads;

namespace SalesIntel.Hosting.Commands.Events;

/// <summary>An event as it is printed; members that only <c>show</c> prints are null in a list.</summary>
internal sealed record EventView
{
    public required string EventId { get; init; }

    /// <summary>False when the store could not read all of it.</summary>
    public required bool Readable { get; init; }

    public required string Source { get; init; }

    public required string EventType { get; init; }

    public required string Status { get; init; }

    public required string Stage { get; init; }

    public required int Attempts { get; init; }

    /// <summary>The lead's key; null while it is unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Lead { get; init; }

    public required string ErrorClass { get; init; }

    public required string Error { get; init; }

    public required bool DryRun { get; init; }

    /// <summary>Null when it was accepted before this was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool? Verified { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public string? ExternalId { get; init; }

    public string? IdempotencyKey { get; init; }

    public string? Revision { get; init; }

    public string? Lane { get; init; }

    public IReadOnlyList<LedgerView>? Ledger { get; init; }

    /// <summary>What was read from it; holds personal data.</summary>
    public IReadOnlyList<ValueView>? Values { get; init; }

    public int? PayloadBytes { get; init; }

    /// <summary>The body as it was received.</summary>
    [JsonIgnore]
    public string? Body { get; init; }

    public JsonNode? Payload => Body is null ? null : InnerJson.Of(Body);

    /// <summary>Without personal data.</summary>
    public static EventView Brief(WebhookEvent stored) => new()
    {
        EventId = stored.EventId,
        Readable = stored.Source.Length > 0 && stored.EventType.Length > 0 && stored.CreatedAt > DateTimeOffset.UnixEpoch,
        Source = stored.Source,
        EventType = stored.EventType,
        Status = Words.Of(stored.Status),
        Stage = Words.Of(stored.Stage),
        Attempts = stored.Attempts,
        Lead = stored.Lead?.Value,
        ErrorClass = stored.ErrorClass,
        Error = stored.LastError,
        DryRun = stored.DryRun,
        Verified = stored.Verified,
        CreatedAt = stored.CreatedAt,
        UpdatedAt = stored.UpdatedAt,
    };

    /// <summary>All of it.</summary>
    public static EventView Full(WebhookEvent stored, IEnumerable<KeyValuePair<string, FieldValue>> values, bool withPayload) => Brief(stored) with
    {
        Values = [.. values.Select(value => ValueView.Of(value.Key, value.Value))],
        ExternalId = stored.ExternalId,
        IdempotencyKey = stored.IdempotencyKey,
        Revision = stored.Revision,
        Lane = stored.Lane?.Value,
        Ledger =
        [
            .. stored.Ledger.OrderBy(entry => entry.Value.At).Select(entry => new LedgerView(
                entry.Key,
                Words.Of(entry.Value.State),
                entry.Value.At,
                entry.Value.Reference,
                entry.Value.Detail.Length > 0 ? InnerJson.Of(entry.Value.Detail) : null)),
        ],
        PayloadBytes = stored.Payload.Length,
        Body = withPayload ? Encoding.UTF8.GetString(stored.Payload.Span) : null,
    };
}
