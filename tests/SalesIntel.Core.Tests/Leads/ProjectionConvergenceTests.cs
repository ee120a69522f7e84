using CsCheck;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;
using SalesIntel.Snapshots;

namespace SalesIntel.Core.Tests.Leads;

/// <summary>The same set of facts is the same lead, in any order and with any repetition; and it is the lead that the story must end
/// with. Over 20,000 cases.</summary>
public sealed class ProjectionConvergenceTests
{
    private const int Cases = 2_500;

    [Fact]
    public void Chains_of_three_and_more_reschedules() => Converge(StoryKinds.ChainOfReschedules);

    [Fact]
    public void Cancel_after_reschedule() => Converge(StoryKinds.CancelAfterReschedule);

    [Fact]
    public void No_show_set_removed_and_set_again() => Converge(StoryKinds.NoShowSetAndRemoved);

    [Fact]
    public void Meeting_before_booking() => Converge(StoryKinds.MeetingBeforeBooking);

    [Fact]
    public void Two_bookings_of_one_person() => Converge(StoryKinds.TwoBookings);

    [Fact]
    public void Equal_time_stamps() => Converge(StoryKinds.EqualTimes);

    [Fact]
    public void Invitee_rescheduled_from_a_relay() => Converge(StoryKinds.RelayRescheduled);

    [Fact]
    public void Duplicate_deliveries() => (
        from story in StoryKinds.Any
        from copies in Gen.Int[1, 5].Array[64]
        from seed in Gen.UInt
        select (story, copies, seed)).Sample(
        test =>
        {
            var facts = Told.ByAll(test.story.Messages);
            LeadFact[] repeated = [.. facts.SelectMany((fact, index) => Enumerable.Repeat(fact, test.copies[index % 64]))];
            AssertSame(test.story, facts, repeated, test.seed);
        },
        iter: Cases,
        print: test => test.story.ToString());

    [Fact]
    public void Whole_weeks_of_several_leads_interleaved() => Gen.Select(Gen.UInt, Gen.UInt).Sample(
        (week, order) =>
        {
            foreach (var lead in Stories.Random(week).SelectMany(body => Told.By(body)).GroupBy(LeadOf))
            {
                LeadFact[] facts = [.. lead];
                var expected = Text(facts);
                LeadFact[] shuffled = [.. facts, .. facts.Take(4)];
                new Random((int)order).Shuffle(shuffled);
                Assert.Equal(expected, Text(shuffled));
            }
        },
        iter: Cases);

    // Facts of one message come apart too: what is extracted is known later than the booking.
    private static void Converge(Gen<Story> kind) => Gen.Select(kind, Gen.UInt).Sample(
        (story, seed) =>
        {
            var facts = Told.ByAll(story.Messages);
            AssertSame(story, facts, [.. facts, .. facts.Take((int)(seed % 5))], seed);
        },
        iter: Cases,
        print: test => test.Item1.ToString());

    private static void AssertSame(Story story, LeadFact[] facts, LeadFact[] shuffled, uint seed)
    {
        var lead = LeadProjection.Project(StoryKinds.Email, facts);
        Assert.Equal(story.Current, lead.Booking?.InviteeId);
        Assert.Equal(story.Status, lead.Status);
        Assert.Equal(lead.Booking?.Start, lead.DemoAt);

        new Random((int)seed).Shuffle(shuffled);
        Assert.Equal(SnapshotJson.Of(lead), Text(shuffled));
    }

    private static string Text(IEnumerable<LeadFact> facts) => SnapshotJson.Of(LeadProjection.Project(StoryKinds.Email, facts));

    // In Stories an invitee's and a session's id both begin with the kind and the number of the lead.
    private static char LeadOf(LeadFact fact) => fact switch
    {
        BookingSeen seen => seen.Booking.InviteeId[1],
        BookingCanceled canceled => canceled.InviteeId[1],
        NoShowMarked marked => marked.InviteeId[1],
        NoShowRemoved removed => removed.InviteeId[1],
        MeetingHeld held => held.SessionId[1],
        ValuesRead read => read.Document.Split(':')[1][1],
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.GetType().Name),
    };
}
