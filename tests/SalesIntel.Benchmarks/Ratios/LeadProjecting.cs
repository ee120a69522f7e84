using BenchmarkDotNet.Attributes;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks.Calendly;

namespace SalesIntel.Benchmarks.Ratios;

/// <summary>A lead of 50 events (70 facts), against writing the same facts as JSON, which storing them takes anyway.</summary>
[Config(typeof(ShortRunConfig))]
public class LeadProjecting
{
    private const string Email = "rosalind.achterberg@harrowpine.example";

    private readonly LeadFact[] facts = [.. Story()];

    [Benchmark(Baseline = true)]
    public int WriteFacts()
    {
        var length = 0;
        foreach (var fact in facts)
        {
            length += StoreJson.WriteFact(fact).Length;
        }

        return length;
    }

    [Benchmark]
    public int DictionaryFold()
    {
        var set = new Dictionary<string, LeadFact>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            set[fact.Id] = fact;
        }

        return set.Count;
    }

    [Benchmark]
    public Lead Project() => LeadProjection.Project(Email, facts);

    // Twenty bookings, each of which replaces the one before; ten no-shows; twenty meetings.
    private static IEnumerable<LeadFact> Story()
    {
        var at = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
        var body = Fixtures.Body("calendly", "invitee_created_full");
        var template = new CalendlySource(new CalendlyOptions()).Read(body, at).Facts.OfType<BookingSeen>().Single().Booking;
        for (var i = 0; i < 20; i++)
        {
            var made = at.AddDays(i);
            var booking = template with
            {
                InviteeId = $"invitee-{i}",
                OldInviteeId = i == 0 ? null : $"invitee-{i - 1}",
                NewInviteeId = i == 19 ? null : $"invitee-{i + 1}",
                CreatedAt = made,
                UpdatedAt = made,
            };
            yield return new BookingSeen { EventId = $"booking-{i}", At = made, Booking = booking, Moves = true };
            yield return new ValuesRead
            {
                EventId = $"booking-{i}",
                At = made,
                Document = $"booking:{booking.InviteeId}",
                DocumentKind = DocumentKind.Form,
                Revision = made,
                Values = LeadValues.Empty
                    .With(LeadFields.CompanyName, FieldValue.Of($"Company {i}")).With(LeadFields.PainPoints, FieldValue.Of("Late labels")),
                ReadBy = ExtractionMethod.Model,
            };
            yield return new MeetingHeld
            {
                EventId = $"meeting-{i}",
                At = made.AddHours(3),
                SessionId = $"session-{i}",
                AcceptedAt = made.AddHours(4),
                Start = made.AddHours(2),
            };
            if (i % 2 == 0)
            {
                yield return new NoShowMarked { EventId = $"no-show-{i}", At = made.AddHours(1), InviteeId = booking.InviteeId };
            }
        }
    }
}
