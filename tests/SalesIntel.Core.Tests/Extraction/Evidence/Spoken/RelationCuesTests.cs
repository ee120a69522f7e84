using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>What is heard of two statements: what both are, who says them, how far apart, and what others say.</summary>
public sealed class RelationCuesTests
{
    private const string Forty = "Ann: We print forty labels a day.";

    [Theory]
    [InlineData("far-1 near between-0 values shared-2", Forty, "Kim: We print ninety labels a day.")]
    [InlineData("far-0 near", "Ann: We print forty labels a day. | We print ninety labels a day.")]
    [InlineData("far-4", Forty, "Rep: I see, ...", "Rep: Next slide, ...", "Kim: We print ninety labels a day.")]
    [InlineData("denial", Forty, "Kim: No, it's ninety labels a day.")]
    [InlineData("correction", Forty, "Ann: No wait, it's ninety labels a day.")]
    [InlineData("negatives negative-later", Forty, "Kim: We do not print any labels by the day.")]
    [InlineData("addition", Forty, "Kim: We also print ninety proofs a day.")]
    [InlineData("hedged-later", Forty, "Kim: Maybe we print ninety labels a day.")]
    public void Facts_stand_alone_with_the_element_and_with_who_speaks(string expected, params string[] turns)
    {
        var cues = CuesOf(turns, out var who);

        foreach (var fact in expected.Split(' '))
        {
            Assert.Contains(new SentenceCue(RelationCues.Fact, fact, ""), cues);
            Assert.Contains(new SentenceCue(RelationScores.OfElement, "metrics", fact), cues);
            Assert.Contains(new SentenceCue(RelationCues.OfSpeaker, who, fact), cues);
        }
    }

    [Fact]
    public void What_is_not_so_is_no_cue()
    {
        var cues = CuesOf([Forty, "Kim: We print ninety labels a day."], out _);

        foreach (var fact in (string[])["denial", "correction", "retraction", "addition", "negatives", "hedged-later", "asides", "goal", "same-name"])
        {
            Assert.DoesNotContain(new SentenceCue(RelationCues.Fact, fact, ""), cues);
        }
    }

    [Fact]
    public void Words_are_those_of_both_of_what_stands_between_and_of_what_follows()
    {
        var cues = CuesOf(
            [
                "Ann: We print forty labels a day.", "Rep: Sounds busy.", "Kim: Honestly we print ninety labels a day.",
                "Ann: Never, we only print forty labels.", "Rep: Both go on the board.",
            ],
            out _);

        Assert.Contains(new SentenceCue(RelationCues.Earlier, "forty", "labels"), cues);
        Assert.Contains(new SentenceCue(RelationCues.Own, "ninety", "labels"), cues);
        Assert.Contains(new SentenceCue(RelationCues.Start, "honestly", ""), cues);
        Assert.Contains(new SentenceCue(RelationCues.Start, "other", "honestly"), cues);
        Assert.Contains(new SentenceCue(RelationCues.SellerBetween, "sounds", "busy"), cues);
        Assert.Contains(new SentenceCue(RelationCues.Answer, "never", ""), cues);
        Assert.Contains(new SentenceCue(RelationCues.Seller, "board", ""), cues);
        Assert.DoesNotContain(cues, cue => cue.Kind == RelationCues.BuyerBetween);
    }

    private static IReadOnlyCollection<SentenceCue> CuesOf(string[] turns, out string who)
    {
        var element = Spoken.Element("metrics");
        var said = turns.Where(turn => turn.StartsWith("Rep", StringComparison.Ordinal)).ToArray();
        var statements = Spoken.Statements(element, [.. turns.Select(turn => said.Contains(turn) ? "Rep: ..." : turn)]);
        var meeting = Spoken.Meeting([.. turns.Select(turn => turn.Replace(" | ", " ", StringComparison.Ordinal))]);
        var pair = StatementMerge.PairsOf(statements).First();
        who = pair.Earlier.Claim.Speaker == pair.Later.Claim.Speaker ? "same" : "other";
        return new RelationCues(element, meeting.Transcript, new SpokenTurns(meeting, Spoken.Team).SideOf, (_, _) => false).Of(pair);
    }
}
