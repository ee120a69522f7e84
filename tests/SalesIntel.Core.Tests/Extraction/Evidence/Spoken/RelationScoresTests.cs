namespace SalesIntel.Extraction;

/// <summary>What weights say that a statement makes of an earlier one.</summary>
public sealed class RelationScoresTests
{
    private static readonly RelationScores Scores = new(
        Spoken.Weights("[elements]", "disputed 0 1", "[weights]"),
        Spoken.Weights("[elements]", "Contradicts -1 0", "Corrects -1 0", "[weights]", "k against = 0+4.0", "k instead = 1+4.0", "k both = 0+3.0 1+4.0", "k little = 0+2.0"));

    [Theory]
    [InlineData("nothing", true, "None")]
    [InlineData("against", true, "Contradicts")]
    [InlineData("instead", true, "Corrects")]
    [InlineData("instead", false, "None")]
    [InlineData("both", true, "Corrects")]
    [InlineData("both", false, "Contradicts")]
    public void The_greater_score_above_its_threshold_counts(string cue, bool mayCorrect, string expected) =>
        Assert.Equal(expected, $"{Scores.Of([new SentenceCue('k', cue, "")], mayCorrect, true, true, 2)}");

    [Theory]
    [InlineData(3, "Contradicts")]
    [InlineData(11, "Contradicts")]
    [InlineData(40, "None")]
    public void Of_many_statements_few_are_related(int statements, string expected) =>
        Assert.Equal(expected, $"{Scores.Of([new SentenceCue('k', "against", "")], true, true, true, statements)}");

    [Theory]
    [InlineData("instead", true, false, "Corrects")]
    [InlineData("instead", false, true, "None")]
    [InlineData("against", true, false, "Contradicts")]
    [InlineData("little", true, true, "Contradicts")]
    [InlineData("little", true, false, "None")]
    public void More_is_needed_where_nothing_else_tells_it(string cue, bool isPlainCorrection, bool isPlainContradiction, string expected) => Assert.Equal(
        expected, $"{Scores.Of([new SentenceCue('k', cue, "")], mayCorrect: true, isPlainCorrection, isPlainContradiction, 2)}");
}
