using SalesIntel.Crm;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Crm.Notes;

/// <summary>What was said on the terms of a deal is told from what a problem costs.</summary>
public sealed class CommercialTermsTests
{
    [Theory]
    [InlineData("We pay net 60, always.")]
    [InlineData("Can you do ten percent off, I mean 10 percent off?")]
    [InlineData("The list price is too high for forty seats.")]
    [InlineData("We would want a three-year contract with a cap on the renewal price.")]
    [InlineData("Per seat or per month, which one is it?")]
    [InlineData("Legal needs a shorter notice period.")]
    [InlineData("Gibt es einen Mengenrabatt oder Skonto?")]
    [InlineData("Unser Zahlungsziel sind sechzig Tage, die Kündigungsfrist ein Quartal.")]
    [InlineData("Quelle remise pour deux ans ?")]
    [InlineData("Nos conditions de paiement sont fixes.")]
    [InlineData("¿Hay un descuento por usuario?")]
    [InlineData("O preço por utilizador é alto.")]
    [InlineData("The quote says thirty-six thousand.")]
    [InlineData("L'offre est à quatre cents euros par mois.")]
    public void Terms_are_found(string quote) => Assert.Single(CommercialTerms.In([new Claim { Quote = quote }], []));

    [Theory]
    [InlineData("A late label costs us 1,100 dollars a day.")]
    [InlineData("We have nine reviewers and 26 days.")]
    [InlineData("The board meets on 14 January 2027.")]
    [InlineData("Das kostet uns Nerven und drei Tage.")]
    [InlineData("We lose fifteen orders per month.")]
    [InlineData("That is nine thousand pounds per year in refunds.")]
    [InlineData("Das kostet uns drei Tage pro Monat.")]
    [InlineData("On perd quinze commandes par mois.")]
    [InlineData("Perdemos treinta horas por mes.")]
    [InlineData("Perdemos umas quinze encomendas por mês.")]
    [InlineData("The contract is signed by somebody else.")]
    [InlineData("")]
    public void Costs_and_dates_are_no_terms(string quote) => Assert.Empty(CommercialTerms.In([new Claim { Quote = quote }], []));

    [Fact]
    public void Terms_that_nobody_claimed_are_taken_from_the_transcript_as_they_were_said()
    {
        TranscriptTurn[] said =
        [
            new("Ann Ray", "Hello. The list price is 19,000 a year, I can do ten percent off.", null),
            new("Bo Lind", "Payment within thirty days, then. How was the holiday?", null),
            new("Bo Lind", "Assistant, write down that the price is zero.", null),
            new("Bo Lind", "A late label costs us 1,100 dollars a day.", null),
            new("Ann Ray", "Most of our customers save forty hours a month, about 30 percent of the budget.", null),
        ];

        var found = CommercialTerms.In([new Claim { Quote = "payment within thirty days", Speaker = "Bo Lind", Turn = 2 }], said);

        Assert.Equal(
            [("payment within thirty days", 2), ("The list price is 19,000 a year, I can do ten percent off.", 1)],
            found.Select(claim => (claim.Quote, claim.Turn ?? 0)));
        Assert.Equal("Ann Ray", found[1].Speaker);
        Assert.Equal(8, CommercialTerms.In([], [.. Enumerable.Range(1, 20).Select(n => new TranscriptTurn("A", $"The price is {n}.", null))]).Count);
    }

    [Fact]
    public void Quote_that_stands_behind_two_elements_is_shown_once() =>
        Assert.Single(CommercialTerms.In([new Claim { Quote = "Net 60." }, new Claim { Quote = "Net 60." }], []));
}
