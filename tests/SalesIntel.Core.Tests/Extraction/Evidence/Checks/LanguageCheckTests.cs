namespace SalesIntel.Extraction;

/// <summary>A claim in another language than its quote cannot be compared with it.</summary>
public sealed class LanguageCheckTests
{
    [Theory]
    [InlineData("Wir haben kein Budget für die Prüfung.", "They have no budget for the check", false)]
    [InlineData("Wir haben kein Budget für die Prüfung.", "Sie haben kein Budget für die Prüfung", true)]
    [InlineData("Wir haben kein Budget für die Prüfung.", "They have it all", false)]
    [InlineData("Wir haben kein Budget für die Prüfung.", "They have it", true)]
    [InlineData("Wir haben kein Budget für die Prüfung.", "Budget check pending review", true)]
    [InlineData("Budget check pending review.", "They have no budget for the check", true)]
    [InlineData("予算がありません。", "They have no budget for the check", false)]
    [InlineData("予算がありません。", "予算なし", true)]
    [InlineData("予算がありません。", "2027", true)]
    [InlineData("2027", "予算なし", true)]
    [InlineData("They have no budget.", "予算なし", false)]
    public void Language_and_script_are_those_of_the_quote(string quote, string claim, bool holds) =>
        Assert.Equal(holds, LanguageCheck.Holds(Said.Text(claim), Said.Text(quote)));
}
