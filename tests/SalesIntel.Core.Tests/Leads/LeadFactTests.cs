using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;
using SalesIntel.Snapshots;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Leads;

public sealed class LeadFactTests
{
    private const string Ada = "ada@quill.example";

    private static readonly LeadFact[] All = Told.ByAll(
    [
        Bodies.Created("A", Ada, 0, 48),
        Bodies.Canceled("A", Ada, 0, 48, 60),
        Bodies.NoShow("A", Ada, 0, 48, 2_900),
        Bodies.NoShowRemoved("A", Ada, 0, 48, 2_901),
        Bodies.Meeting("M", Ada, 2_880),
    ]).Append(Stated("contact:1", 0)).Append(Stated("company:1", 1)).ToArray();

    [Fact]
    public void Every_kind_of_fact_is_in_the_sample_and_has_an_id_of_its_own()
    {
        // What facts of before were kept as is read and never written.
        var kinds = typeof(LeadFact).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(LeadFact)) && type != typeof(IntelExtracted) && type != typeof(MeddicExtracted));

        Assert.Equal(kinds.OrderBy(type => type.Name, StringComparer.Ordinal), All.Select(fact => fact.GetType()).Distinct().OrderBy(type => type.Name, StringComparer.Ordinal));
        Assert.Equal(All.Length, All.Select(fact => fact.Id).Distinct().Count());
    }

    [Fact]
    public void Facts_that_a_store_has_written_and_read_are_the_same_lead()
    {
        var stored = All.Select(fact => StoreJson.ReadFact(StoreJson.WriteFact(fact))).ToList();

        Assert.Equal(All.Select(fact => fact.Id), stored.Select(fact => fact.Id));
        Assert.Equal(SnapshotJson.Of(LeadProjection.Project(Ada, All)), SnapshotJson.Of(LeadProjection.Project(Ada, stored)));
    }

    [Fact]
    public void What_a_stored_booking_lacks_has_its_default()
    {
        var fact = StoreJson.ReadFact("""
            {"fact":"booking_seen","event_id":"1","at":"2026-11-01T08:00:00+00:00","booking":{"invitee_id":"A","email":"ada@quill.example",
            "created_at":"2026-11-01T08:00:00+00:00","updated_at":"2026-11-01T08:00:00+00:00"}}
            """);

        var expected = new Booking { InviteeId = "A", Email = Ada, CreatedAt = Bodies.Base, UpdatedAt = Bodies.Base };
        Assert.Equal(expected, Assert.IsType<BookingSeen>(fact).Booking);
        Assert.Equal("Calendly", LeadProjection.Project(Ada, [fact]).Booking!.BookedThrough);
    }

    [Fact]
    public void First_fact_of_its_kind_is_stored_as_ever_and_has_the_id_that_it_had()
    {
        const string Before = """
            {"fact":"values_stated","document":"contact:1","revision":"2026-11-01T08:00:00+00:00","values":{"city":{"text":"Lund"}},
            "event_id":"own","at":"2026-11-01T08:00:00+00:00"}
            """;

        Assert.Equal("own:stated", StoreJson.ReadFact(Before).Id);
        Assert.DoesNotContain("ordinal", StoreJson.WriteFact(Stated("contact:1", 0)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Of_two_statements_of_one_message_about_one_thing_the_last_counts_in_any_order()
    {
        LeadFact[] facts = [Stated("contact:1", 0, "Lund"), Stated("contact:1", 1, "Malmö")];

        Assert.Equal("Malmö", LeadProjection.Project(Ada, facts).Values[LeadFields.City].Text);
        Assert.Equal("Malmö", LeadProjection.Project(Ada, facts.Reverse()).Values[LeadFields.City].Text);
    }

    [Fact]
    public void What_a_stored_meeting_lacks_has_its_default()
    {
        var fact = StoreJson.ReadFact("""
            {"fact":"meeting_held","event_id":"1","at":"2026-11-01T08:00:00+00:00","session_id":"M","accepted_at":"2026-11-01T08:00:00+00:00"}
            """);

        Assert.Equal("", Assert.IsType<MeetingHeld>(fact).AttendeeName);
    }

    private static ValuesStated Stated(string document, int ordinal, string city = "Lund") => new()
    {
        EventId = "own", Ordinal = ordinal, At = Bodies.Base, Document = document, Revision = Bodies.Base, Values = Some.Values((LeadFields.City, city)),
    };
}
