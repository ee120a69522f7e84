using SalesIntel.Leads;
using Xunit.Abstractions;

namespace SalesIntel.Extraction;

/// <summary>Lies that an author wrote by hand, without sight of the checks: none of them is written, whatever else is.</summary>
public class HandwrittenLieTests(ITestOutputHelper output)
{
    private const string Misplaced = "element";

    // What is written for these is false, were it the quote.
    private static readonly HashSet<string> WithoutTruth = ["seller", "injected", "invented_quote"];

    [Theory]
    [InlineData("third_en")]
    [InlineData("third_de")]
    [InlineData("third_fr")]
    [InlineData("third_es")]
    [InlineData("third_pt")]
    public void Lie_about_a_meeting_is_not_written(string name)
    {
        var said = SpokenCase.Read(name);
        Assert.True(said.Lies.Count > 40);
        Assert.Empty(Written(said));
    }

    // Readings that go further than the words: limits, reservations, order, whose number it is, who says it, and what "no" denies.
    [Theory]
    [InlineData("fourth_en", 55)]
    [InlineData("fourth_de", 30)]
    [InlineData("fourth_fr", 30)]
    [InlineData("fourth_es", 28)]
    [InlineData("fourth_pt", 25)]
    [InlineData("fifth_en", 28)]
    [InlineData("fifth_de", 13)]
    [InlineData("fifth_fr", 10)]
    [InlineData("fifth_es", 7)]
    [InlineData("fifth_pt", 7)]
    [InlineData("sixth_en", 40)]
    [InlineData("sixth_de", 10)]
    [InlineData("sixth_fr", 8)]
    [InlineData("sixth_es", 7)]
    [InlineData("sixth_pt", 6)]
    [InlineData("seventh_en", 24)]
    public void Reading_that_goes_further_is_not_written(string name, int least)
    {
        var said = SpokenCase.Read(name);
        Assert.True(said.Lies.Count >= least, $"{said.Lies.Count}");
        Assert.Empty(Written(said));
    }

    [Fact]
    public void True_quote_under_another_element_is_mostly_refused()
    {
        SpokenCase[] all = [.. new[] { "third_en", "third_de", "third_fr", "third_es", "third_pt" }.Select(SpokenCase.Read)];
        var lies = all.SelectMany(said => said.Lies.Where(lie => lie.Kind == Misplaced).Select(lie => (lie.Claim, Value: said.Of(lie.Claim))))
            .ToArray();
        var written = lies.Where(lie => lie.Value.IsWritable).ToArray();
        output.WriteLine($"{written.Length} of {lies.Length}\n" + string.Join('\n', written.Select(lie => $"{lie.Claim.Element}: {lie.Value.Text}")));
        Assert.True(written.Length <= 0.2 * lies.Length);
    }

    private static string[] Written(SpokenCase said) =>
    [
        .. said.Lies.Where(lie => lie.Kind != Misplaced).Select(lie => (lie, Value: said.Of(lie.Claim)))
            .Where(one => one.Value.IsWritable && (WithoutTruth.Contains(one.lie.Kind)
                || one.Value.Text.Contains(one.lie.Claim.Text, StringComparison.Ordinal)))
            .Select(one => $"{one.lie.Kind}: {one.lie.Claim.Quote} => {one.Value.Text}"),
    ];

    [Fact]
    public void Lie_about_a_form_is_not_written()
    {
        List<string> written = [];
        var tried = 0;
        foreach (var said in FormCase.ReadAll("third_bookings"))
        {
            foreach (var (kind, field, claim) in said.Lies.Where(lie => lie.Kind != Misplaced))
            {
                tried++;
                var value = said.Of(field, claim);
                if (value.IsWritable && value.Text == claim.Text)
                {
                    written.Add($"{kind} {field.Name}: {claim.Quote} => {value.Text}");
                }
            }
        }

        Assert.True(tried > 60);
        Assert.Empty(written);
    }

    [Fact]
    public void Honest_claim_about_a_form_is_not_lost()
    {
        string[] lost =
        [
            .. FormCase.ReadAll("third_bookings").SelectMany(said => said.Claims.Where(one => !said.Of(one.Field, one.Claim).IsWritable))
                .Select(one => $"{one.Field.Name}: {one.Claim.Text}"),
        ];
        Assert.Empty(lost);
    }
}
