using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Engine;

/// <summary>An event together with all that is known of its lead, itself included.</summary>
internal sealed record LeadReading
{
    private readonly LeadDocument? document;

    public LeadReading(LeadRecord record, string email, IReadOnlyList<LeadFact> eventFacts, WebhookReading reading)
    {
        (Record, Email, EventFacts, Route, document) = (record, email, eventFacts, reading.Route!, reading.Document);
        Facts = [.. eventFacts.UnionBy(record.Facts, fact => fact.Id)];
    }

    /// <summary>What is kept about the lead.</summary>
    public LeadRecord Record { get; }

    /// <summary>The lead's e-mail address, lower case.</summary>
    public string Email { get; }

    /// <summary>How the event says whose it is.</summary>
    public LeadRoute Route { get; }

    /// <summary>The facts that the event adds.</summary>
    public IReadOnlyList<LeadFact> EventFacts { get; }

    /// <summary>The lead's facts with the event's.</summary>
    public IReadOnlyCollection<LeadFact> Facts { get; init; }

    /// <summary>What is to be read and written about; null when there is nothing, or a later state of it is known.</summary>
    public LeadDocument? Document => document is { } one && !one.IsReplacedBy(Facts) ? WithPeople(one) : null;

    /// <summary>The same with facts that are not recorded with the lead.</summary>
    public LeadReading With(IReadOnlyList<LeadFact> facts) =>
        facts.Count == 0 ? this : this with { Facts = [.. facts.UnionBy(Facts, fact => fact.Id)] };

    /// <summary>The lead as the CRM should show it.</summary>
    public Lead Lead => LeadProjection.Project(Email, Facts);

    private LeadDocument WithPeople(LeadDocument one) =>
        one is MeetingDocument held ? held with { Meeting = KnownPeople.In(held.Meeting, Email, Facts) } : one;
}
