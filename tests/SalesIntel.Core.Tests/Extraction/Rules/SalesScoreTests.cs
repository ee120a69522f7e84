using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Talk that sells nothing has troubles, numbers and deciders too; nothing of it speaks about a deal.</summary>
public class SalesScoreTests
{
    public static TheoryData<string, string> Talk => new()
    {
        {
            "stand-up",
            """
            Yesterday I fixed the export and today I'm reviewing two pull requests.
            The biggest problem is the nightly build, it fails half the time and we lose an hour every day.
            Who decides whether we postpone the release?
            That's Marek's call, he has the final say on the release.
            We have to be live by Friday, otherwise the other team is blocked.
            I'm still waiting for the code review, it takes about three days on average.
            """
        },
        {
            "support call",
            """
            Thanks for calling, how can I help you today?
            It's a nightmare, I can't log in since the update and I've lost two hours.
            Did you reset your password and clear the cache?
            Yes, twice, and I still get the same error message.
            We pay forty dollars a month for this.
            I'll escalate your case, the ticket number is four four one.
            """
        },
        {
            "interview",
            """
            Tell me about yourself and why you want to leave your job.
            I managed a team of eight and we cut complaints by a third.
            What was the hardest problem you solved?
            Our director had to approve every hire, so I made the case for two more people.
            What salary do you expect, and what is your notice period?
            Around sixty thousand a year, and three months.
            """
        },
        {
            "lecture",
            """
            Today's lecture is about how firms choose between suppliers.
            The buyer decides on price and quality, as chapter four explains.
            Demand falls by ten percent a year in this model.
            For the exam you have to know both hypotheses.
            The assignment is due on Thursday, and the board of examiners meets in June.
            """
        },
        {
            "design of a product",
            """
            Okay so, um, the kick-off was last week, and today is about what it should do and what it may cost us.
            Yeah, I had a look at what people say about remote controls, and seventy five percent find them ugly.
            Right, and, uh, half of them only use ten percent of the buttons, so that's, that's the frustration.
            And they lose them all the time in the room, which, I mean, everybody does, doesn't he?
            So the requirement is that we sell it for twenty five euro and it has to cost us twelve fifty at most.
            Hmm, a display is out then, it's much too expensive, unless we drop the speech recognition.
            I don't know, the other firms have that in theirs, so marketing would want it.
            The boss decided that there's no teletext any more, so that makes it, um, a bit easier.
            Who's going to write the minutes? And the next meeting is in half an hour, I think.
            I'll do the interface, you look at the user side, and then we choose the materials together.
            """
        },
        {
            "family",
            """
            We looked at two other flats, but this one is cheaper.
            My wife has the final say, it's her money.
            The kitchen must have a dishwasher, that's a deal breaker.
            We want to sign by the end of May.
            The old place is a nightmare, the heating breaks every week and costs us two hundred a month.
            The kids would love to move tomorrow.
            """
        },
    };

    [Theory]
    [MemberData(nameof(Talk))]
    public async Task Nothing_is_found_in_talk_that_sells_nothing(string kind, string talk)
    {
        Assert.NotEmpty(kind);
        foreach (var isMixed in (bool[])[true, false])
        {
            var values = await ReadAsync(Meeting(talk, isMixed));
            AssertNothing(values);
            Assert.Equal(isMixed ? DealConfidence.Cold : "", values[QualificationFrameworks.Meddic.Confidence].Text);
        }
    }

    [Fact]
    public async Task Our_own_people_buy_nothing()
    {
        var values = await ReadAsync(Meeting(
            """
            Let's go through the pipeline, our platform got two demo requests.
            Their CFO owns the budget and signs everything above ten thousand.
            They compare us with another vendor and want a discount on the annual contract.
            Legal needs two weeks, and they want to decide by the end of the quarter.
            """,
            isMixed: false));
        AssertNothing(values);
    }

    [Fact]
    public void Turn_without_an_end_is_read_in_time_linear_in_its_length()
    {
        const string Said = "our cfo signs the contract for your platform and we lose ten hours a week over the pricing of another vendor ";
        TimeOf(100);
        var ofFew = TimeOf(1_000);
        var ofMany = TimeOf(8_000);

        // Eight times as long in linear time, 64 times in quadratic.
        Assert.InRange(ofMany / ofFew, 0, 24);

        static TimeSpan TimeOf(int times)
        {
            var meeting = Meeting($"What does your pricing look like?\n{string.Concat(Enumerable.Repeat(Said, times))}", isMixed: true);
            return ProcessorTime.Of(() => Assert.True(ReadAsync(meeting).IsCompletedSuccessfully));
        }
    }

    [Fact]
    public async Task Reading_ends_when_it_is_cancelled()
    {
        var turn = string.Concat(Enumerable.Repeat("we lose ten hours a week because of it ", 30_000));
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync(Meeting(turn, isMixed: true), source.Token));
    }

    private static void AssertNothing(LeadValues values) => Assert.All(
        QualificationFrameworks.Meddic.Elements.Select(QualificationFrameworks.Meddic.FieldOf),
        field => Assert.False(values[field].IsKnown));

    private static Meeting Meeting(string talk, bool isMixed)
    {
        TranscriptTurn[] turns =
        [
            .. talk.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select((text, index) => new TranscriptTurn(index % 2 == 0 ? "Rep One" : "Kim Ardley", text, null)),
        ];
        return new Meeting
        {
            SessionId = "1",
            Transcript = turns,
            Attendees =
            [
                new MeetingAttendee("Rep One", "rep@seller.example"),
                new MeetingAttendee("Kim Ardley", isMixed ? "kim@quill.example" : "kim@seller.example"),
            ],
        };
    }

    private static async Task<LeadValues> ReadAsync(Meeting meeting, CancellationToken cancellationToken = default) =>
        (await new RuleExtractor(team: new TeamOptions { InternalDomains = ["seller.example"] })
            .ExtractAsync(new MeetingDocument(meeting, DateTimeOffset.UnixEpoch), FieldCatalog.Default, cancellationToken)).Values;
}
