using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>What a later conversation makes of what an earlier one told.</summary>
public sealed class ValueComparisonTests
{
    private static readonly QualificationFramework Meddic = QualificationFrameworks.Meddic;

    [Theory]
    [InlineData("metrics", "A proof takes nineteen days to approve.", "A proof takes nineteen days to approve.", "Confirmed")]
    [InlineData("metrics", "A proof takes nineteen days to approve.", "To approve a proof takes us nineteen days.", "Confirmed")]
    [InlineData("metrics", "A proof takes nineteen days to approve.", "A proof takes twelve days to approve.", "Contradicted")]
    [InlineData("metrics", "A proof takes nineteen days to approve.", "I was wrong, a proof takes twelve days to approve.", "Changed")]
    [InlineData("metrics", "A proof takes nineteen days to approve.", "A recall costs forty thousand dollars.", "Changed")]
    [InlineData("metrics", "A proof takes days to approve.", "A proof takes nineteen days to approve.", "Changed")]
    [InlineData("metrics", "A proof takes nineteen days to approve.", "A proof takes days to approve.", "Confirmed")]
    [InlineData("metrics", "Proofs take nineteen days to approve.", "One of the proofs takes nineteen days to approve.", "Confirmed")]
    [InlineData("identified_pain", "Labels, proofs, approvals, comments and colours get lost.",
        "Labels, proofs, approvals, comments and passwords get lost.", "Confirmed")]
    [InlineData("identified_pain", "Labels, proofs, approvals, comments and colours get lost.",
        "Labels, proofs, approvals, budgets and passwords get lost.", "Changed")]
    [InlineData("identified_pain", "Labels, proofs, approvals and comments vanish.", "Labels, proofs, approvals and colours vanish.",
        "Confirmed")]
    [InlineData("competition", "For contracts, invoices, orders and renewals they use Helix.",
        "For contracts, invoices, orders and renewals they use Corvid.", "Changed")]
    [InlineData("decision_process", "The board meets on 14 January and 21 January.", "The board meets on 14 January.", "Confirmed")]
    [InlineData("identified_pain", "The approvals get lost.", "The approvals do not get lost.", "Contradicted")]
    [InlineData("decision_process", "The board signs it in March.", "The board signs it in April.", "Contradicted")]
    [InlineData("decision_process", "The board signs it in March.", "The board signs it also in April.", "Changed")]
    [InlineData("decision_process", "The board signs it also in March.", "The board signs it in April.", "Contradicted")]
    [InlineData("decision_process", "The board signs it in March.", "The board signs it.", "Confirmed")]
    [InlineData("decision_process", "The board signs it.", "The board signs it in March.", "Changed")]
    [InlineData("decision_process", "The board meets on 14 January.", "The board meets on 14 January.", "Confirmed")]
    [InlineData("decision_process", "The board meets on the fourteenth of January.", "The board meets on 14 January.", "Confirmed")]
    [InlineData("decision_process", "The board meets on 14 January.", "The board meets on 21 January.", "Contradicted")]
    [InlineData("decision_process", "The board meets on 14 January.", "The board meets in January.", "Confirmed")]
    [InlineData("economic_buyer", "Marta Lind signs the contract.", "Marta signs the contract.", "Confirmed")]
    [InlineData("economic_buyer", "Marta Lind signs the contract.", "Tom Ruiz signs the contract.", "Contradicted")]
    [InlineData("economic_buyer", "The finance chief signs the contract.", "Marta Lind signs the contract.", "Changed")]
    [InlineData("economic_buyer", "Marta signs contracts, invoices and orders.", "Marta Lind signs contracts, invoices and orders.",
        "Confirmed")]
    [InlineData("economic_buyer", "For contracts, invoices, orders and renewals ask Helene.",
        "For contracts, invoices, orders and renewals ask Oluwa.", "Contradicted")]
    [InlineData("economic_buyer", "We asked Helene to sign it.", "We asked Oluwa to sign it.", "Contradicted")]
    [InlineData("competition", "We look at nobody else.", "We have an offer from Inkmoor on the table.", "Contradicted")]
    [InlineData("competition", "We had a demo of Inkmoor last month.", "Inkmoor is out.", "Changed")]
    [InlineData("competition", "Inkmoor is out.", "We had a demo of Inkmoor last month.", "Contradicted")]
    [InlineData("metrics", "Our goal is nineteen days to approve a proof.", "It takes twelve days to approve a proof.", "Changed")]
    public void Same_is_confirmed_and_what_cannot_both_hold_is_contradicted(string name, string before, string after, string expected)
    {
        var field = Meddic.FieldOf(Spoken.Element(name));

        Assert.Equal(expected, $"{new ValueComparison(Meddic).Of(field, Said(before), Said(after))}");
        Assert.Equal(expected, $"{new ValueComparison(Meddic).Of(field, FieldValue.Of(before), FieldValue.Of(after))}");
    }

    [Fact]
    public void Later_conversation_is_the_later_one_whatever_the_numbers_of_its_turns()
    {
        var field = Meddic.FieldOf(Spoken.Element("decision_process"));
        var (march, alsoApril) = (Said("The board signs it in March.", turn: 40), Said("The board signs it also in April.", turn: 3));

        Assert.Equal(ValueChangeKind.Changed, new ValueComparison(Meddic).Of(field, march, alsoApril));
    }

    [Theory]
    [InlineData(ClaimSupport.Supported, false, "Confirmed")]
    [InlineData(ClaimSupport.Unsupported, false, "Contradicted")]
    [InlineData(ClaimSupport.Supported, true, "Contradicted")]
    public void What_nothing_proves_and_what_was_corrected_is_not_compared(ClaimSupport support, bool isSuperseded, string expected)
    {
        var field = Meddic.FieldOf(Spoken.Element("metrics"));
        var before = Said("A proof takes nineteen days to approve.");
        before = before with
        {
            Claims = [.. before.Claims,
                Claim("A proof takes twelve days to approve.") with { Support = support, Superseded = isSuperseded }],
        };

        Assert.Equal(expected, $"{new ValueComparison(Meddic).Of(field, before, Said("A proof takes twelve days to approve."))}");
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void What_was_said_without_being_sure_contradicts_nothing(bool isFirstHedged, bool isSecondHedged)
    {
        var field = Meddic.FieldOf(Spoken.Element("metrics"));
        var before = new FieldValue { Text = "x",
            Claims = [Claim("A proof takes nineteen days to approve.") with { Hedged = isFirstHedged }] };
        var after = new FieldValue { Text = "y",
            Claims = [Claim("A proof takes twelve days to approve.") with { Hedged = isSecondHedged }] };

        Assert.Equal(ValueChangeKind.Changed, new ValueComparison(Meddic).Of(field, before, after));
    }

    [Fact]
    public void Correction_within_the_later_conversation_contradicts_nothing_of_the_earlier_one()
    {
        var field = Meddic.FieldOf(Spoken.Element("metrics"));
        var after = new FieldValue { Claims = [Claim("A proof takes twelve days to approve.") with { Corrects = "fourteen days" }] };

        Assert.Equal(ValueChangeKind.Changed,
            new ValueComparison(Meddic).Of(field, Said("A proof takes nineteen days to approve."), after));
    }

    [Fact]
    public void Claim_without_a_quote_is_compared_by_its_text()
    {
        var field = Meddic.FieldOf(Spoken.Element("metrics"));
        var before = new FieldValue { Text = "one of several", Claims = [new Claim { Text = "A proof takes nineteen days to approve" }] };

        Assert.Equal(ValueChangeKind.Confirmed,
            new ValueComparison(Meddic).Of(field, before, Said("A proof takes nineteen days to approve.")));
    }

    [Fact]
    public void Name_that_only_the_text_has_counts_as_said()
    {
        var field = Meddic.FieldOf(Spoken.Element("economic_buyer"));
        var before = new FieldValue { Claims = [new Claim { Quote = "She signs the contract.", Text = "Marta Lind signs the contract" }] };
        var after = new FieldValue { Claims = [new Claim { Quote = "She signs the contract.", Text = "Ines Faro signs the contract",
            Turn = 2 }] };

        Assert.Equal(ValueChangeKind.Contradicted, new ValueComparison(Meddic).Of(field, before, after));
    }

    [Fact]
    public void Name_that_only_the_whole_value_has_counts_as_said()
    {
        var field = Meddic.FieldOf(Spoken.Element("economic_buyer"));
        var before = new FieldValue { Text = "Marta Lind signs the contract", Claims = [new Claim { Quote = "She signs the contract." }] };
        var after = new FieldValue { Text = "Ines Faro signs the contract",
            Claims = [new Claim { Quote = "She signs the contract.", Turn = 2 }] };

        Assert.Equal(ValueChangeKind.Contradicted, new ValueComparison(Meddic).Of(field, before, after));
    }

    [Theory]
    [InlineData("Marta Lind", "Confirmed")]
    [InlineData("Ines Lind", "Changed")]
    [InlineData("Tom Ruiz", "Changed")]
    public void Who_speaks_of_himself_is_the_one_who_is_meant(string speaker, string expected)
    {
        var field = Meddic.FieldOf(Spoken.Element("economic_buyer"));
        var before = Said("Marta Lind signs everything above ten thousand.");
        var after = new FieldValue { Text = "I sign everything", Claims = [Claim("I sign everything.") with { Speaker = speaker, Turn = 2 }] };

        Assert.Equal(expected, $"{new ValueComparison(Meddic).Of(field, before, after)}");
    }

    [Fact]
    public void Field_of_no_element_is_compared_by_its_words() => Assert.Equal(
        ValueChangeKind.Contradicted,
        new ValueComparison(Meddic).Of(new LeadField("next_steps"), FieldValue.Of("Trial takes 10 days"),
            FieldValue.Of("Trial takes 30 days")));

    private static FieldValue Said(string text, int turn = 1) => new()
    {
        Text = text, Status = FieldStatus.Found, Claims = [Claim(text) with { Turn = turn }],
    };

    private static Claim Claim(string quote) => new() { Quote = quote, Support = ClaimSupport.Supported };
}
