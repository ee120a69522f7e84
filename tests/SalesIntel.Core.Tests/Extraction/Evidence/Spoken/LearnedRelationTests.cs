using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>When what was learned of two statements counts.</summary>
public sealed class LearnedRelationTests
{
    private const string First = "We print forty labels a day.";
    private const string Second = "What we print a day is whatever labels Kim orders.";
    private const string German = "Wir drucken vierzig Etiketten am Tag, und das jeden Tag.";
    private const string GermanToo = "Was wir am Tag drucken, sind die Etiketten, die Kim bestellt.";

    [Theory]
    [InlineData("metrics", "corrects", First, Second, FieldStatus.Found, 1)]
    [InlineData("metrics", "contradicts", First, Second, FieldStatus.Ambiguous, 0)]
    [InlineData("metrics", "nothing", First, Second, FieldStatus.Found, 2)]
    [InlineData("identified_pain", "contradicts", First, Second, FieldStatus.Found, 2)]
    [InlineData("metrics", "contradicts", German, GermanToo, FieldStatus.Found, 2)]
    [InlineData("metrics", "contradicts", First, First, FieldStatus.Found, 2)]
    public void Counts_for_elements_and_the_language_of_which_it_was_learned(
        string name, string relation, string first, string second, FieldStatus status, int standing)
    {
        var element = Spoken.Element(name);
        var evidence = new SpokenEvidence(
            Spoken.Meeting($"Ann: {first}", $"Kim: {second}"), Spoken.Team, new FieldText(new ExtractionOptions()), Learned(relation));
        var value = evidence.Of(element, QualificationFrameworks.Meddic.FieldOf(element),
            [new SpokenClaim(name, first, 1, ""), new SpokenClaim(name, second, 2, "")]);

        Assert.Equal((status, standing), (value.Status, value.Claims.Count(claim => claim.IsStanding)));
    }

    private static RelationScores Learned(string relation) => new(
        Spoken.Weights("[elements]", "disputed 0 1", "[weights]"),
        Spoken.Weights("[elements]", "Contradicts 0 1", "Corrects 0 1", "[weights]",
            $"e metrics other = {(relation switch { "corrects" => "1+90.0", "contradicts" => "0+90.0", _ => "0-90.0" })}"));
}
