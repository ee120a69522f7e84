using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;
using static SalesIntel.Core.Tests.Leads.Projection.Fact;

namespace SalesIntel.Core.Tests.Leads.Projection;

/// <summary>Which conversation comes before and after another, and what is told to have changed.</summary>
public sealed class CallOrderTests
{
    private static readonly LeadFact[] Calls =
    [
        Call("meeting:C", 60, "Lund"), Call("meeting:A", 0, "Oslo"), Call("meeting:B", 60, "Lund"), Read("booking:A", 30, "Bergen"),
    ];

    [Theory]
    [InlineData("meeting:A", null)]
    [InlineData("meeting:B", "meeting:A")]
    [InlineData("meeting:C", "meeting:B")]
    [InlineData("meeting:D", null)]
    [InlineData("booking:A", null)]
    public void Conversations_follow_each_other_in_time_and_those_of_one_moment_by_their_keys(string call, string? before)
    {
        Assert.Equal(before, CallHistory.Before(Calls, call)?.Document);
        Assert.Equal(before, CallHistory.Before([.. Calls.Reverse()], call)?.Document);
    }

    [Fact]
    public void Conversation_that_was_not_read_changed_nothing() => Assert.Empty(Changes(Calls, "meeting:D"));

    [Fact]
    public void Latest_reading_of_a_conversation_counts_then_the_models_then_the_last_event()
    {
        LeadFact[] states = [Call("meeting:A", 0, "old", revision: 1, eventId: "9"), Call("meeting:A", 0, "new", revision: 2)];
        LeadFact[] readers = [Call("meeting:A", 0, "rules", by: ExtractionMethod.Rules, eventId: "9"), Call("meeting:A", 0, "model", eventId: "1")];
        LeadFact[] events = [Call("meeting:A", 0, "two", eventId: "2"), Call("meeting:A", 0, "one", eventId: "1")];

        Assert.Equal(["new"], Changes(states, "meeting:A").Select(change => change.After.Text));
        Assert.Equal(["model"], Changes(readers, "meeting:A").Select(change => change.After.Text));
        Assert.Equal(["two"], Changes(events, "meeting:A").Select(change => change.After.Text));
        Assert.Equal(["two"], Changes([.. events.Reverse()], "meeting:A").Select(change => change.After.Text));
    }

    [Fact]
    public void Value_is_compared_with_the_last_that_was_known_before()
    {
        Assert.Equal([(ValueChangeKind.New, "", "Oslo")], Said(Calls, "meeting:A"));
        Assert.Equal([(ValueChangeKind.Changed, "Oslo", "Lund")], Said(Calls, "meeting:B"));
        Assert.Equal([(ValueChangeKind.Confirmed, "Lund", "Lund")], Said(Calls, "meeting:C"));
    }

    [Fact]
    public void What_is_not_supported_or_unclear_tells_nothing_new_unless_it_stands_against_what_is_known()
    {
        var unclear = new FieldValue { Text = "Malmö", Status = FieldStatus.Ambiguous };

        Assert.Empty(Said([With(60, Some.Claimed("Malmö", ClaimSupport.Unsupported))], "meeting:X"));
        Assert.Empty(Said([With(60, unclear)], "meeting:X"));
        Assert.Empty(Said([With(60, FieldValue.Absent)], "meeting:X"));
        Assert.Empty(Said([Call("meeting:A", 0, "Malmö"), With(60, unclear)], "meeting:X"));
        Assert.Equal([(ValueChangeKind.Contradicted, "Rome", "Malmö")], Said([Call("meeting:A", 0, "Rome"), With(60, unclear)], "meeting:X"));
        // What was unclear before is nothing that was known.
        Assert.Equal(
            [(ValueChangeKind.New, "Malmö", "Lund")], Said([With(0, unclear), Call("meeting:Y", 60, "Lund")], "meeting:Y"));
    }

    [Fact]
    public void Newest_conversations_count()
    {
        LeadFact[] calls = [.. Enumerable.Range(0, FactLimits.MostDocuments + 1).Select(number => Call($"meeting:{number:00}", number, "Lund"))];

        Assert.Null(CallHistory.Before(calls, "meeting:01"));
        Assert.Equal("meeting:01", CallHistory.Before(calls, "meeting:02")?.Document);
    }

    private static ValuesRead Call(
        string document, int at, string city, int? revision = null, ExtractionMethod by = ExtractionMethod.Model, string eventId = "") =>
        Read(document, at, city, DocumentKind.Conversation, revision, by, eventId);

    private static ValuesRead With(int at, FieldValue city) => Call("meeting:X", at, "x") with { Values = LeadValues.Empty.With(LeadFields.City, city) };

    private static (ValueChangeKind, string, string)[] Said(LeadFact[] facts, string call) =>
        [.. Changes(facts, call).Select(change => (change.Kind, change.Before.Text, change.After.Text))];

    private static IReadOnlyList<ValueChange> Changes(IEnumerable<LeadFact> facts, string call) => CallHistory.Of(
        facts,
        call,
        [LeadFields.City],
        (_, before, after) => before.Text == "Rome" ? ValueChangeKind.Contradicted
            : before.Text == after.Text ? ValueChangeKind.Confirmed
            : ValueChangeKind.Changed);
}
