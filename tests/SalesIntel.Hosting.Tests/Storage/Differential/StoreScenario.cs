using System.Text;
using System.Text.Json.Nodes;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage.Differential;

/// <summary>Makes up what the steps are about, by chance, out of so few things that they meet again and again.</summary>
internal sealed class StoreScenario(Random random, TimeProvider time)
{
    private const int Things = 14;

    private static readonly DateTimeOffset Noon = new(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Emails = ["ada@lovelace.example", "bob@builder.example", "zoë+x@straße.example"];
    private static readonly string[] Sources = ["calendly", "readai"];
    private static readonly string[] Types = ["invitee.created", "meeting_end", "invitee.canceled"];
    private static readonly string[] Errors = ["zoho/INVALID_DATA", "zoho/5xx", "model", "event/unreadable", "event", "zoh"];
    private static readonly string[] Effects = ["crm:lead", "note", "extraction", "task:1"];
    private static readonly string[] Texts = ["", "x", "a 'quoted' \"one\"", "line\nbreak\ttab", "größe 🙂 %_*?[", "nul\0behind", new('y', 3000)];

    public Random Random => random;

    public T One<T>(params IReadOnlyList<T> of) => of[random.Next(of.Count)];

    public bool Chance(double probability) => random.NextDouble() < probability;

    public string Text() => One(Texts);

    public LeadKey Lead() => LeadKey.FromEmail(One(Emails));

    public Lane Lane() => One<Func<Lane>>(
        () => SalesIntel.Storage.Contract.Lane.Lead(Lead()),
        () => SalesIntel.Storage.Contract.Lane.Extraction(Lead()),
        () => SalesIntel.Storage.Contract.Lane.Meeting($"m{random.Next(2)}"))();

    public (string Key, string Revision) Identity() => ($"calendly:invitee.created:{random.Next(Things)}", One("1", "2"));

    public string EventId()
    {
        var (key, revision) = Identity();
        return EventIdentity.Derive(key, Chance(0.05) ? "never" : revision);
    }

    public NewEvent Event(bool? verified = null)
    {
        var (key, revision) = Identity();
        var status = One(EventStatus.Queued, EventStatus.Queued, EventStatus.Queued, EventStatus.Ignored, EventStatus.Failed);
        var isQueued = status == EventStatus.Queued;
        return new NewEvent
        {
            Source = One(Sources),
            EventType = One(Types),
            ExternalId = Text(),
            IdempotencyKey = key,
            Revision = revision,
            Payload = Payload(),
            Verified = verified ?? Chance(0.7),
            Status = status,
            Reason = isQueued ? One(null, "") : One("a reason", "", Text()),
            ErrorClass = isQueued ? null : One(null, "", One(Errors)),
            Lane = isQueued || Chance(0.3) ? Lane() : null,
            Stage = One(Enum.GetValues<Stage>()),
            Lead = Chance(0.7) ? Lead() : null,
        };
    }

    public EventFilter Filter() => new()
    {
        Status = Chance(0.4) ? One(Enum.GetValues<EventStatus>()) : null,
        Source = Chance(0.3) ? One(Sources) : null,
        EventType = Chance(0.3) ? One(Types) : null,
        ErrorClass = Chance(0.3) ? One([.. Errors, "", "z"]) : null,
        Lead = Chance(0.3) ? Lead() : null,
        Since = Chance(0.2) ? time.GetUtcNow() - Span(TimeSpan.FromMinutes(30)) : null,
        Until = Chance(0.2) ? time.GetUtcNow() - Span(TimeSpan.FromMinutes(5)) : null,
        Limit = One(0, 1, 3, 100),
    };

    public RequeueRequest Requeue() => new(Lane(), One(Enum.GetValues<Stage>()), Chance(0.8) ? Lead() : null)
    {
        EvenIfRunning = Chance(0.4),
        Ledger = Chance(0.3) ? Ledger() : new Dictionary<string, LedgerEntry>(),
        Verified = One<bool?>(null, true, false),
    };

    public EventCommit Commit()
    {
        var lead = Chance(0.5) ? Update(mayChangeAll: true) : null;
        var other = lead is not null && Chance(0.3) ? Update(mayChangeAll: false) : null;
        return new EventCommit
        {
            Next = Next(),
            Ledger = Chance(0.5) ? Ledger() : new Dictionary<string, LedgerEntry>(),
            Lead = lead,
            OtherLead = other?.Key == lead?.Key ? null : other,
            AwaitsBookingsOf = Chance(0.2) ? Hour() : null,
            AssignMeeting = lead is not null && Chance(0.3) ? $"m{random.Next(3)}" : null,
            Error = Chance(0.4) ? Text() : null,
            ErrorClass = Chance(0.5) ? One([.. Errors, ""]) : null,
        };
    }

    public DateTimeOffset Hour() => Noon + TimeSpan.FromMinutes(random.Next(-90, 90));

    /// <summary>Whole milliseconds, because one of the stores counts no smaller ones.</summary>
    public TimeSpan Span(TimeSpan most) => TimeSpan.FromMilliseconds(random.NextInt64((long)most.TotalMilliseconds + 1));

    private NextStep Next() => random.Next(9) switch
    {
        0 or 1 => new NextStep.Continue(),
        2 => new NextStep.MoveTo(Lane(), One(Enum.GetValues<Stage>()), Lead()),
        3 => new NextStep.RetryAt(time.GetUtcNow() + Span(TimeSpan.FromMinutes(2)) - TimeSpan.FromSeconds(20), Chance(0.5)),
        4 => new NextStep.Release(),
        5 => new NextStep.DeadLetter(),
        _ => new NextStep.Finish(One(EventStatus.Processed, EventStatus.Ignored), Chance(0.3)),
    };

    private Dictionary<string, LedgerEntry> Ledger()
    {
        Dictionary<string, LedgerEntry> ledger = new(StringComparer.Ordinal);
        for (var left = random.Next(1, 3); left > 0; left--)
        {
            ledger[One(Effects)] = new LedgerEntry(One(Enum.GetValues<LedgerState>()), time.GetUtcNow(), One("", "id-1"), Text());
        }

        return ledger;
    }

    private LeadUpdate Update(bool mayChangeAll)
    {
        var email = One(Emails);
        return new LeadUpdate
        {
            Key = LeadKey.FromEmail(email),
            Email = email,
            Facts = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Fact(email))],
            WithdrawnFacts = mayChangeAll && Chance(0.3) ? [Fact(email).Id] : [],
            CrmId = mayChangeAll ? One(null, "", "crm-1", "crm-2") : null,
            Written = mayChangeAll && Chance(0.4) ? new JsonObject { ["Last_Name"] = Text(), ["N"] = random.Next(3) } : null,
            OtherForms = mayChangeAll && Chance(0.3) ? new JsonObject { ["Last_Name"] = new JsonArray(Text()) } : null,
            References = mayChangeAll && Chance(0.4)
                ? new Dictionary<string, string> { [One("note:a", "task:b")] = One("", "n-1") }
                : new Dictionary<string, string>(),
        };
    }

    private LeadFact Fact(string email) => Chance(0.5)
        ? new BookingCanceled { EventId = $"e{random.Next(4)}", At = Noon, InviteeId = $"i{random.Next(2)}" }
        : new BookingSeen
        {
            EventId = $"e{random.Next(4)}",
            At = Noon,
            Booking = new Booking
            {
                InviteeId = $"i{random.Next(2)}", Email = email, Name = Text().Replace("\0", "", StringComparison.Ordinal),
                Start = Chance(0.8) ? Hour() : null, CreatedAt = Noon, UpdatedAt = Noon,
            },
        };

    private byte[] Payload()
    {
        var bytes = Encoding.UTF8.GetBytes($"{{\"n\":{random.Next()}}}");
        return One(bytes, [], [0, 255, 0, 1], new byte[random.Next(20_000)]);
    }
}
