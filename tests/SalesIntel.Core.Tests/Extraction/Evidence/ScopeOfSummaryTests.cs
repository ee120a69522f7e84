namespace SalesIntel.Extraction;

/// <summary>A claim that sums up what stands in its quote and beside it, in other words and of no other reach.</summary>
public class ScopeOfSummaryTests
{
    [Theory]
    [InlineData("en", "and the covers go back and forth by email.", "We print for twelve publishers. Last month a barcode was missing on four thousand copies.", "Covers go back and forth by email; a barcode was missing on 4,000 copies")]
    [InlineData("en", "The average cycle from brief to approved is twenty-six calendar days, and our target from the board is fourteen.", "", "26 calendar days from brief to approved; target from the board: 14")]
    [InlineData("en", "Stampede Review, which our sister company in Ontario uses.", "", "Stampede Review, used by the sister company in Ontario")]
    [InlineData("en", "Someone approved version seven, and the printer got version five.", "In June we shipped a granola pouch where the allergen statement said may contain nuts, and it should have said contains almonds. The corrected file existed. Someone approved version seven, and the printer got version five.", "Version 7 was approved and the printer got version 5: a granola pouch with a wrong allergen statement")]
    [InlineData("en", "we carry about three hundred and forty live SKUs.", "We do forty-five label changes a month.", "45 label changes a month over about 340 live SKUs")]
    [InlineData("en", "Price under the thirty thousand including onboarding.", "And the running projects have to be moved in less than two weeks.", "Under 30,000 USD including onboarding; running projects have to be moved in less than two weeks")]
    [InlineData("en", "Nobody can see who has already signed off.", "so people print the file, write on it, scan it and send it back", "Nobody can see who has signed off; files are printed, written on, scanned and sent back")]
    public void Summary_agrees(string language, string quote, string around, string claim)
    {
        var words = LanguageWords.All.Single(one => one.Code == language);
        var said = new ReadText(quote, words);
        ReadText[] beside = around.Length == 0 ? [said] : [said, new ReadText(around, words)];
        var passage = new Passage(said, beside, new NameIndex(beside, [], [])) { Day = new DateOnly(2026, 9, 1) };
        var claimed = new ReadText(claim, words);

        Assert.Equal(
            "tense Agrees, limit Agrees, scope Agrees, number Agrees, name Agrees, negation Agrees, swap False",
            $"tense {TenseCheck.Of(claimed, passage)}, limit {LimitCheck.Of(claimed, passage)}, scope {ScopeCheck.Of(claimed, passage)}, "
                + $"number {NumberCheck.Of(claimed, passage)}, name {NameCheck.Of(claimed, passage)}, negation {NegationCheck.Of(claimed, passage)}, "
                + $"swap {SubstitutionCheck.Swaps(claimed, passage)}");
    }
}
