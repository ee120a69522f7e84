using SalesIntel.Leads;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>An event as a Redis hash.</summary>
internal static class EventHash
{
    public const string Status = "status";
    public const string Attempts = "attempts";
    public const string LastError = "last_error";
    public const string ErrorClass = "error_class";
    public const string CreatedAt = "created_at";
    public const string UpdatedAt = "updated_at";
    public const string StageName = "stage";
    public const string LaneName = "lane";
    public const string LeadName = "lead";
    public const string DryRun = "dry_run";
    public const string Verified = "verified";
    public const string Source = "source";
    public const string EventType = "event_type";

    private const string EventId = "event_id";
    private const string ExternalId = "external_id";
    private const string IdempotencyKey = "idempotency_key";
    private const string Revision = "revision";
    private const string Payload = "payload";
    private const string LedgerPrefix = "ledger:";

    public static IEnumerable<HashEntry> Create(NewEvent accepted, DateTimeOffset at)
    {
        yield return new(EventId, accepted.EventId);
        yield return new(Source, accepted.Source);
        yield return new(EventType, accepted.EventType);
        yield return new(ExternalId, accepted.ExternalId);
        yield return new(IdempotencyKey, accepted.IdempotencyKey);
        yield return new(Revision, accepted.Revision);
        yield return new(Status, Word(accepted.Status));
        yield return new(StageName, Word(accepted.Stage));
        yield return new(Attempts, 0);
        yield return new(LastError, accepted.Reason ?? "");
        if (accepted.ErrorClass is { Length: > 0 } errorClass)
        {
            yield return new(ErrorClass, errorClass);
        }

        yield return new(CreatedAt, Time(at));
        yield return new(UpdatedAt, Time(at));
        yield return new(Payload, accepted.Payload);
        yield return new(Verified, Flag(accepted.Verified));
        if (accepted is { Status: EventStatus.Queued, Lane: { } lane })
        {
            yield return new(LaneName, lane.Value);
        }

        if (accepted.Lead is { } lead)
        {
            yield return new(LeadName, lead.Value);
        }
    }

    public static RedisValue Ledger(string effect) => LedgerPrefix + effect;

    public static RedisValue Flag(bool value) => value ? "1" : "0";

    public static RedisValue Word(EventStatus status) => StoreWords.Of(status);

    public static RedisValue Word(Stage stage) => StoreWords.Of(stage);

    public static RedisValue Time(DateTimeOffset at) => TimeText.Precise(at);

    public static string Unreadable(string name) => $"the stored event has no readable {name}";

    public static EventStatus? ReadStatus(RedisValue value) => StoreWords.ReadStatus(value.ToString());

    /// <summary>Reads what is there. What can't be read is left at its default and named in <paramref name="problem"/>.</summary>
    public static WebhookEvent Read(string eventId, HashEntry[] hash, out string? problem)
    {
        var fields = hash.ToDictionary(entry => entry.Name.ToString(), entry => entry.Value, StringComparer.Ordinal);
        var reader = new Reader(fields);
        var read = new WebhookEvent
        {
            EventId = eventId,
            Source = reader.Text(Source),
            EventType = reader.Text(EventType),
            ExternalId = reader.Text(ExternalId),
            IdempotencyKey = reader.Text(IdempotencyKey),
            Revision = reader.Text(Revision),
            Status = StoreWords.ReadStatus(reader.Text(Status)) ?? reader.Complain(Status, EventStatus.Failed),
            Stage = StoreWords.ReadStage(reader.Text(StageName)) ?? reader.Complain(StageName, Stage.Facts),
            Lane = fields.TryGetValue(LaneName, out var lane) ? new Lane(lane.ToString()) : null,
            Lead = fields.TryGetValue(LeadName, out var lead) ? new LeadKey(lead.ToString()) : null,
            Attempts = reader.Number(Attempts),
            LastError = reader.Optional(LastError),
            ErrorClass = reader.Optional(ErrorClass),
            DryRun = reader.Optional(DryRun) == Flag(true),
            Verified = reader.Optional(Verified) is { Length: > 0 } verified ? verified == Flag(true) : null,
            CreatedAt = reader.Time(CreatedAt),
            UpdatedAt = reader.Time(UpdatedAt),
            Payload = reader.Bytes(Payload),
            Ledger = reader.Ledger(),
        };
        problem = reader.Problem;
        return read;
    }

    private sealed class Reader(Dictionary<string, RedisValue> fields)
    {
        public string? Problem { get; private set; }

        public string Optional(string name) => fields.TryGetValue(name, out var value) ? value.ToString() : "";

        public string Text(string name) => Require(name).ToString();

        public ReadOnlyMemory<byte> Bytes(string name) => (ReadOnlyMemory<byte>)Require(name);

        public int Number(string name) => Require(name).TryParse(out int number) ? number : Complain(name, 0);

        public DateTimeOffset Time(string name) =>
            TimeText.ReadPrecise(Require(name).ToString()) ?? Complain(name, DateTimeOffset.UnixEpoch);

        public Dictionary<string, LedgerEntry> Ledger()
        {
            Dictionary<string, LedgerEntry> ledger = new(StringComparer.Ordinal);
            foreach (var (name, value) in fields.Where(field => field.Key.StartsWith(LedgerPrefix, StringComparison.Ordinal)))
            {
                try
                {
                    ledger[name[LedgerPrefix.Length..]] = StoreJson.ReadEntry(value.ToString());
                }
                catch (JsonException)
                {
                    Complain(name, 0);
                }
            }

            return ledger;
        }

        public T Complain<T>(string name, T otherwise)
        {
            Problem ??= Unreadable(name);
            return otherwise;
        }

        private RedisValue Require(string name) =>
            fields.TryGetValue(name, out var value) ? value : Complain(name, RedisValue.EmptyString);
    }
}
