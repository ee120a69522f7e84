using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Whether a buyer disputes what another one said, told by all four: his words, what stands between, the answer, and what a seller
/// makes of it. The sentences are none of those that it was learned from.</summary>
public sealed class DisputeTests
{
    private const string Said = "Ann: We ship about four hundred parcels a day.";
    private const string Disputes = "Kim: No, that's not right, it's two hundred at most, I run the list.";
    private const string Insists = "Ann: Your list only has the ones from the main hall.";
    private const string LeftOpen = "Rep: Okay, we'll leave both numbers on the board for now.";

    [Theory]
    [InlineData(true, Said, Disputes, Insists, LeftOpen)]
    [InlineData(false, Said, "Kim: And on Saturdays the drivers come twice.", "Ann: Right, and then we send the returns.", "Rep: And how do you print the labels?")]
    [InlineData(false, Said, "Ann: No, that's not right, it's two hundred at most, I run the list.", Insists, LeftOpen)]
    [InlineData(false, Said, "Rep: No, that's not right, it's two hundred at most, I run the list.", Insists, LeftOpen)]
    [InlineData(false, Said, "Rep: I see.", "Rep: Next slide.", "Rep: And this one.", "Rep: So.", Disputes, Insists, LeftOpen)]
    public void Somebody_disputes_what_a_colleague_said_shortly_before(bool expected, params string[] turns)
    {
        var later = turns.Length > 4 ? 5 : 1;

        Assert.Equal(expected, AreDisputed(turns, 0, later));
    }

    [Fact]
    public void What_comes_first_disputes_nothing()
    {
        Assert.False(AreDisputed([Said, Disputes, Insists, LeftOpen], 1, 0));
        Assert.False(AreDisputed([Said, Disputes, Insists, LeftOpen], 1, 1));
    }

    [Fact]
    public void It_was_learned_in_English_alone() => Assert.False(AreDisputed(
        [
            "Ann: Wir verschicken etwa vierhundert Pakete am Tag.",
            "Kim: Nein, das stimmt nicht, es sind höchstens zweihundert, ich führe die Liste.",
            "Ann: Deine Liste hat nur die aus der großen Halle.",
            "Rep: Gut, wir lassen beide Zahlen erst einmal stehen.",
        ],
        0,
        1));

    [Fact]
    public void Disputed_values_are_unclear_and_in_no_field()
    {
        var meeting = Spoken.Meeting(Said, Disputes, Insists, LeftOpen);
        var evidence = new SpokenEvidence(meeting, Spoken.Team, new FieldText(new ExtractionOptions()));
        var element = Spoken.Element("metrics");

        var value = evidence.Of(element, QualificationFrameworks.Meddic.FieldOf(element),
            [new SpokenClaim("metrics", Said[5..], 1, ""), new SpokenClaim("metrics", Disputes[5..], 2, "")]);

        Assert.Equal(FieldStatus.Ambiguous, value.Status);
        Assert.All(value.Claims, claim => Assert.True(claim.Contradicted));
    }

    private static bool AreDisputed(string[] turns, int earlier, int later)
    {
        var meeting = Spoken.Meeting(turns);
        var spoken = new SpokenTurns(meeting, Spoken.Team);

        return RelationScores.Shipped.AreDisputed(meeting.Transcript, spoken.SideOf, spoken.Language, earlier, later);
    }
}
