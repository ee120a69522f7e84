using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>A stored event as a Redis hash, whatever has become of it since it was accepted.</summary>
internal static class EventFields
{
    public static HashEntry[] Of(WebhookEvent stored)
    {
        var fields = EventHash.Create(Accepted(stored), stored.CreatedAt).ToDictionary(field => field.Name, field => field.Value);
        fields[EventHash.Status] = EventHash.Word(stored.Status);
        fields[EventHash.StageName] = EventHash.Word(stored.Stage);
        fields[EventHash.Attempts] = stored.Attempts;
        fields[EventHash.UpdatedAt] = EventHash.Time(stored.UpdatedAt);
        if (stored.Lane is { } lane)
        {
            fields[EventHash.LaneName] = lane.Value;
        }

        if (stored.DryRun)
        {
            fields[EventHash.DryRun] = EventHash.Flag(true);
        }

        if (stored.Verified is null)
        {
            fields.Remove(EventHash.Verified);
        }

        foreach (var (effect, entry) in stored.Ledger)
        {
            fields[EventHash.Ledger(effect)] = StoreJson.WriteEntry(entry);
        }

        return [.. fields.Select(field => new HashEntry(field.Key, field.Value))];
    }

    private static NewEvent Accepted(WebhookEvent stored) => new()
    {
        Source = stored.Source,
        EventType = stored.EventType,
        ExternalId = stored.ExternalId,
        IdempotencyKey = stored.IdempotencyKey,
        Revision = stored.Revision,
        Payload = stored.Payload,
        Verified = stored.Verified ?? false,
        Stage = stored.Stage,
        Lead = stored.Lead,
        Reason = stored.LastError,
        ErrorClass = stored.ErrorClass,
    };
}
