using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;
using static SalesIntel.Core.Tests.Leads.Projection.Fact;

namespace SalesIntel.Core.Tests.Leads.Projection;

/// <summary>Whose value a lead shows when several documents and readings have one.</summary>
public sealed class ValueChoiceTests
{
    [Fact]
    public void Later_document_wins_whichever_became_known_first()
    {
        Assert.Equal("late", City(Read("booking:A", 0, "early"), Read("booking:B", 60, "late")));
        Assert.Equal("late", City(Read("booking:B", 60, "late"), Read("booking:A", 0, "early")));
    }

    [Fact]
    public void Of_documents_of_one_moment_the_last_key_wins()
    {
        Assert.Equal("b", City(Read("booking:A", 0, "a"), Read("booking:B", 0, "b")));
        Assert.Equal("b", City(Read("booking:B", 0, "b"), Read("booking:A", 0, "a")));
    }

    [Fact]
    public void Meeting_wins_over_a_later_form() =>
        Assert.Equal("said", City(Read("booking:A", 60, "written"), Read("meeting:M", 0, "said", DocumentKind.Conversation)));

    [Fact]
    public void Latest_state_of_a_document_counts_then_the_model_then_the_last_event()
    {
        Assert.Equal("late", City(Read("booking:A", 0, "early", revision: 1, eventId: "9"), Read("booking:A", 0, "late", revision: 2, by: ExtractionMethod.Rules)));
        Assert.Equal("model", City(Read("booking:A", 0, "rules", by: ExtractionMethod.Rules, eventId: "9"), Read("booking:A", 0, "model", eventId: "1")));
        Assert.Equal("two", City(Read("booking:A", 0, "two", eventId: "2"), Read("booking:A", 0, "one", eventId: "1")));
        Assert.Equal("two", City(Read("booking:A", 0, "one", eventId: "1"), Read("booking:A", 0, "two", eventId: "2")));
    }

    [Fact]
    public void What_a_message_states_wins_over_what_was_read_of_it_and_leaves_the_rest()
    {
        var read = Read("contact:1", 0, "read");
        read = read with { Values = read.Values.With(LeadFields.Country, FieldValue.Of("Norway")) };

        foreach (LeadFact[] facts in (LeadFact[][])[[read, Stated("contact:1", 0, "stated")], [Stated("contact:1", 0, "stated"), read]])
        {
            var values = LeadProjection.Project(Ada, facts).Values;
            Assert.Equal(("stated", "Norway"), (values[LeadFields.City].Text, values[LeadFields.Country].Text));
        }
    }

    [Fact]
    public void Latest_statement_about_a_thing_counts() =>
        Assert.Equal("late", City(Stated("contact:1", 0, "late", revision: 5), Stated("contact:1", 0, "early", revision: 1)));

    [Fact]
    public void Fact_that_is_known_twice_counts_once()
    {
        var booked = Booked("A", 0);

        Assert.Equal(LeadProjection.Project(Ada, [booked]), LeadProjection.Project(Ada, [booked, booked]));
        Assert.Equal("facts", Assert.Throws<ArgumentNullException>(() => LeadProjection.Project(Ada, null!)).ParamName);
    }

    [Fact]
    public void Document_is_replaced_by_a_later_state_of_the_same_one_alone()
    {
        var booking = new BookingDocument(Booking("A", 0, updated: 10));
        var meeting = new MeetingDocument(new Meeting { SessionId = "M" }, At(10));
        var form = new FormDocument("contact:1", Ada, At(10));

        Assert.Equal((false, true), (Replaced(booking, Seen(Booking("A", 0, 10), 0)), Replaced(booking, Seen(Booking("A", 0, 11), 0))));
        Assert.Equal((false, true), (Replaced(meeting, Held("M", 0, accepted: 10)), Replaced(meeting, Held("M", 0, accepted: 11))));
        Assert.Equal((false, true), (Replaced(form, Stated("contact:1", 0, "x", 10)), Replaced(form, Stated("contact:1", 0, "x", 11))));
        // Another one, a message that only shows the booking, a fact that is no state.
        Assert.False(Replaced(booking, Seen(Booking("B", 0, 11), 0)));
        Assert.False(Replaced(booking, Seen(Booking("A", 0, 11), 0, moves: false)));
        Assert.False(Replaced(booking, Canceled("A", 11)));
        Assert.True(Replaced(booking, Canceled("A", 11), Seen(Booking("A", 0, 11), 0)));

        static bool Replaced(LeadDocument document, params LeadFact[] facts) => document.IsReplacedBy(facts);
    }

    [Fact]
    public void Document_has_a_key_a_state_and_a_time()
    {
        var meeting = new Meeting { SessionId = "M", Start = At(1), End = At(2) };

        Assert.Equal(("booking:A", DocumentKind.Form, At(10), At(5)), Of(new BookingDocument(Booking("A", 5, updated: 10))));
        Assert.Equal(("contact:1", DocumentKind.Form, At(10), At(10)), Of(new FormDocument("contact:1", Ada, At(10))));
        Assert.Equal(("meeting:M", DocumentKind.Conversation, At(10), At(2)), Of(new MeetingDocument(meeting, At(10))));
        Assert.Equal(At(1), new MeetingDocument(meeting with { End = null }, At(10)).At);
        Assert.Equal(At(10), new MeetingDocument(meeting with { Start = null, End = null }, At(10)).At);

        static (string, DocumentKind, DateTimeOffset, DateTimeOffset) Of(LeadDocument document) =>
            (document.Key, document.Kind, document.Revision, document.At);
    }

    [Fact]
    public void Facts_within_their_limits_stay_as_they_are_and_beyond_them_are_cut()
    {
        Assert.Equal(FactLimits.MostValues, Cut(Values(FactLimits.MostValues + 1, 1)).Values.Count);
        var most = Values(FactLimits.MostValues, FactLimits.LongestValue);
        Assert.Same(most.Values, Cut(most).Values);
        Assert.All(Cut(Values(2, FactLimits.LongestValue + 1)).Values, value => Assert.Equal(FactLimits.LongestValue, value.Value.Text.Length));
        Assert.Equal(1_000, ((MeetingHeld)FactLimits.Cut(Held("M", 0) with { AttendeeName = new string('n', 1_001) })).AttendeeName.Length);
        var mixed = most with { Values = LeadValues.Of([new("a", FieldValue.Of("x")), new("b", FieldValue.Of(new string('v', FactLimits.LongestValue + 1)))]) };
        Assert.Equal((1, FactLimits.LongestValue), (Cut(mixed).Values["a"].Text.Length, Cut(mixed).Values["b"].Text.Length));
        var marked = Marked("A", 0);
        Assert.Same(marked, FactLimits.Cut(marked));

        static ValuesStated Cut(ValuesStated fact) => (ValuesStated)FactLimits.Cut(fact);

        static ValuesStated Values(int count, int length) => Stated("contact:1", 0, "x") with
        {
            Values = LeadValues.Of(Enumerable.Range(0, count).Select(number => KeyValuePair.Create($"f{number:000}", FieldValue.Of(new string('v', length))))),
        };
    }

    private static string City(params LeadFact[] facts) => LeadProjection.Project(Ada, facts).Values[LeadFields.City].Text;
}
