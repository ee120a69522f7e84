using SalesIntel.Extraction;
using SalesIntel.Failures;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Engine;

/// <summary>Reads an event by its source, and its lead from the store.</summary>
internal sealed class LeadReader(IEventStore store, IEnumerable<IWebhookSource> sources, VerificationPolicy verification)
{
    private readonly Dictionary<string, IWebhookSource> byName = sources.ToDictionary(source => source.Name, StringComparer.Ordinal);
    private readonly RecentReadings recent = new();

    /// <summary>The event together with its lead.</summary>
    /// <exception cref="PermanentFailureException">The event has no lead, or can't be read.</exception>
    public async Task<LeadReading> ReadAsync(WebhookEvent stored, CancellationToken cancellationToken)
    {
        var key = stored.Lead
            ?? throw new PermanentFailureException("no-lead", "The event has no lead. Replay it from the start.");
        var record = await GetLeadAsync(key, cancellationToken).ConfigureAwait(false);
        var reading = recent.Of(stored, Read);
        var email = EmailOf(reading) ?? record.Email;
        return new LeadReading(record, email, FactsOf(stored, reading, email), reading);
    }

    /// <summary>What is kept about a lead, without what is not believed; what is too long is cut.</summary>
    public async Task<LeadRecord> GetLeadAsync(LeadKey lead, CancellationToken cancellationToken)
    {
        var record = await store.GetLeadAsync(lead, cancellationToken).ConfigureAwait(false);
        return record with { Facts = [.. record.Facts.Where(verification.Believes).Select(FactLimits.Cut)] };
    }

    /// <summary>What the event says, without its lead.</summary>
    /// <exception cref="PermanentFailureException">The source is not registered, or does not understand the body.</exception>
    public WebhookReading Read(WebhookEvent stored)
    {
        if (!byName.TryGetValue(stored.Source, out var source))
        {
            throw new PermanentFailureException(
                "unknown-source",
                "No webhook source of this name is registered. Register the IWebhookSource that received the event, then replay it.");
        }

        var reading = source.Read(stored.Payload, stored.CreatedAt);
        return reading.Route is null ? throw new PermanentFailureException("unreadable", reading.Reason) : reading;
    }

    /// <summary>The lead's address where the message itself names it; else null.</summary>
    public static string? EmailOf(WebhookReading reading) => reading.Route is LeadRoute.Known known ? known.Email : null;

    /// <summary>The facts of an event, stamped with it and with what its lead is called in it.</summary>
    public static IReadOnlyList<LeadFact> FactsOf(WebhookEvent stored, WebhookReading reading, string email) =>
    [
        .. WithName(reading)
            .GroupBy(fact => fact.GetType())
            .SelectMany(ofKind => ofKind.Select((fact, ordinal) =>
                FactLimits.Cut(fact) with { EventId = stored.EventId, Ordinal = ordinal, Unverified = stored.Verified == false }))
            .Select(fact => fact is MeetingHeld held && reading.Route is LeadRoute.Candidates candidates
                ? held with { AttendeeName = candidates.NameOf(email) }
                : fact),
    ];

    // Who filled in a form is a fact, as it is of a booking, and known before anybody has read the answers.
    private static IReadOnlyList<LeadFact> WithName(WebhookReading reading)
    {
        var stated = reading.Facts.OfType<ValuesStated>().FirstOrDefault();
        if (reading.Document is not FormDocument form || Form.Of(form).Person is not { Last.Length: > 0 } name
            || stated is not null && (stated.Values[LeadFields.FirstName].IsKnown || stated.Values[LeadFields.LastName].IsKnown))
        {
            return reading.Facts;
        }

        var named = stated ?? new ValuesStated { At = form.At, Document = form.Key, Revision = form.Revision, Values = LeadValues.Empty };
        var (first, last) = (FieldValue.Of(name.First), FieldValue.Of(name.Last));
        named = named with { Values = named.Values.With(LeadFields.FirstName, first).With(LeadFields.LastName, last) };
        return stated is null ? [.. reading.Facts, named] : [.. reading.Facts.Select(fact => ReferenceEquals(fact, stated) ? named : fact)];
    }
}
