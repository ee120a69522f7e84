namespace SalesIntel.Extraction;

/// <summary>Which words may differ between a quote and what was said.</summary>
public sealed class QuoteDifferenceTests
{
    [Theory]
    [InlineData("the sign off is with our chief", "the sign off, uh, is with our chief", true)]
    [InlineData("the sign off is with her chief", "the sign off is with our chief", true)]
    [InlineData("the sign off is not with our chief", "the sign off is with our chief", false)]
    [InlineData("the sign off is with our chief", "the sign off is not with our chief", false)]
    [InlineData("we print forty labels", "we print fifty labels", false)]
    [InlineData("we print 40 labels", "we print forty labels", true)]
    [InlineData("we print forty labels", "we print forty labels and fifty proofs", false)]
    [InlineData("we print forty labels and fifty proofs", "we print forty labels", false)]
    [InlineData("we print one label", "we print a label", true)]
    [InlineData("we print forty labels, fifty proofs", "we print forty labels and fifty proofs", true)]
    [InlineData("we print 40,000 labels", "we print forty thousand labels", true)]
    [InlineData("we print 40 labels with Inkmoor", "we print forty labels with them", false)]
    [InlineData("well, Inkmoor prints 40 labels", "well, somebody prints forty labels", false)]
    [InlineData("we print labels in march", "we print labels in April", false)]
    [InlineData("we print labels", "we print labels in April", false)]
    [InlineData("we print labels on monday", "we print labels on a monday", true)]
    [InlineData("we print labels on monday", "we print labels on friday", false)]
    [InlineData("we print labels with SSO", "we print labels with sso", true)]
    [InlineData("we print labels with SSO", "we print labels with it", false)]
    [InlineData("we print labels with Inkmoor", "we print labels with them", false)]
    [InlineData("we print labels with them", "we print labels with Inkmoor", false)]
    [InlineData("Inkmoor prints labels with them", "Labels are printed with them", true)]
    [InlineData("we print labels and The rest", "we print labels and the rest", true)]
    [InlineData("we print labels with v7", "we print labels with it", false)]
    [InlineData("we said we would print labels", "we said it, we would print labels", true)]
    [InlineData("not that we do not print", "not that we print", false)]
    [InlineData("wir drucken die Etiketten mit dem Team", "wir drucken die Etiketten mit dem Kunden", true)]
    public void Numbers_names_and_negations_may_not_differ(string quote, string said, bool isHarmless) =>
        Assert.Equal(isHarmless, QuoteDifference.IsHarmless(quote, said));
}
