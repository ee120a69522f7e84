using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Extractors;
using SalesIntel.Evaluation.Generating.Bookings;
using SalesIntel.Evaluation.Generating.Meetings;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Scoring;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation;

public sealed class GeneratorTests
{
    private const int Count = 12;

    [Theory]
    [InlineData("Train")]
    [InlineData("Test")]
    [InlineData("Sealed")]
    public void Same_seed_generates_the_same_bytes_and_the_same_truth(string part)
    {
        var once = All(Enum.Parse<Part>(part), 7);
        var again = All(Enum.Parse<Part>(part), 7);

        Assert.Equal(Bytes(once), Bytes(again));
        Assert.Equal(once.Select(Truth), again.Select(Truth));
    }

    [Fact]
    public void Another_seed_generates_other_bytes() =>
        Assert.NotEqual(Bytes(All(Part.Train, 7)), Bytes(All(Part.Train, 8)));

    [Theory]
    [InlineData("Train")]
    [InlineData("Test")]
    [InlineData("Sealed")]
    public void Words_that_matter_are_said_in_the_call(string part)
    {
        foreach (var one in new MeetingGenerator(Enum.Parse<Part>(part), 7).Generate(Count))
        {
            var said = string.Join('\n', ((MeetingDocument)Documents.Of(one)).Meeting.Transcript.Select(turn => turn.Text));
            foreach (var expected in one.Truth.Values.Where(expected => expected.Status == FieldStatus.Found))
            {
                Assert.NotEmpty(expected.Keys);
                Assert.All(expected.Keys, key => Assert.True(KeyText.Holds(said, key), $"{one.Id}: nobody says '{key}'."));
            }
        }
    }

    // Else a difference between the thirds is one between what is said in them.
    [Theory]
    [InlineData("corrected")]
    [InlineData("clear")]
    public void Each_way_to_say_something_ends_in_all_thirds_alike(string way)
    {
        var counts = new MeetingGenerator(Part.Train, 7).Generate(120).SelectMany(one => one.Truth.Values)
            .Where(expected => expected.How == way).CountBy(expected => expected.Third).ToDictionary();

        Assert.Equal([1, 2, 3], counts.Keys.Order());
        Assert.InRange(counts.Values.Max() - counts.Values.Min(), 0, counts.Values.Sum() / 10);
    }

    [Theory]
    [InlineData("It takes nineteen days.", "19 days", true)]
    [InlineData("about forty-five grand a year", "$45,000", true)]
    [InlineData("1,200 files", "twelve hundred", true)]
    [InlineData("Helene's signature", "Helene", true)]
    [InlineData("the 14th of March", "the fourteenth of March", true)]
    [InlineData("two hundred and five users", "205", true)]
    [InlineData("34% of them", "thirty-four percent", true)]
    [InlineData("Helene Okonkwo-Reyes signs", "helene okonkwo reyes", true)]
    [InlineData("190 days", "19", false)]
    public void Words_and_numbers_are_the_same_in_any_form(string text, string key, bool holds) =>
        Assert.Equal(holds, KeyText.Holds(text, key));

    private static IEnumerable<string> Bytes(IEnumerable<EvaluationCase> cases) => cases.Select(one => Convert.ToHexString(one.Body));

    private static string Truth(EvaluationCase one) => string.Join(';', one.Truth.Select(truth =>
        $"{truth.Key}={truth.Value.Status}:{string.Join(',', truth.Value.Keys)}:{truth.Value.Third}:{truth.Value.How}"));

    private static List<EvaluationCase> All(Part part, int seed) =>
    [
        .. new MeetingGenerator(part, seed).Generate(Count), .. new NegativeGenerator(part, seed).Generate(Count),
        .. new BookingGenerator(part, seed).Generate(Count),
    ];
}
