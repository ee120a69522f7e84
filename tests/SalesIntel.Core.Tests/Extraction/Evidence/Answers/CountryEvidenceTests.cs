using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>What a form proves of a country: that it is said in another language, or follows from a fact.</summary>
public sealed class CountryEvidenceTests
{
    [Theory]
    [InlineData("Where are you based?", "Deutschland", "", "Germany", "Deutschland")]
    [InlineData("Which country?", "Deutschland", "", "Germany", "Deutschland")]
    [InlineData("Which city?", "Köln, Deutschland", "", "Germany", "Köln, Deutschland")]
    [InlineData("Which country and which industry?", "Deutschland", "", "Germany", "Deutschland")]
    [InlineData("What hurts?", "Deutschland", "", "Germany", null)]
    [InlineData("What hurts?", "Deutschland", "Deutschland", "Germany", "Deutschland")]
    [InlineData("Which country?", "Österreich", "", "Germany", null)]
    [InlineData("Which country?", "Österreich", "Deutschland", "Germany", null)]
    public void Country_may_be_said_in_another_language(string question, string answer, string quote, string text, string? expected)
    {
        var form = Filled.Form("a@gmail.com", (question, answer)) with { TimeZone = "" };
        var value = Of(form, "country", new AnswerClaim("", quote, text));

        Assert.Equal((expected is not null, expected), (value.IsWritable, value.IsWritable ? value.Claims.Single().Quote : null));
        Assert.False(Of(form, "state_or_region", new AnswerClaim("", quote, text)).IsWritable);
    }

    [Fact]
    public void Country_that_the_reader_quotes_is_taken_before_other_answers()
    {
        var form = Filled.Form("a@gmail.com", ("Which country?", "Deutschland"),
            ("Anything else?", "Köln, Deutschland")) with { TimeZone = "" };

        Assert.Equal("Köln, Deutschland", Of(form, "country", new AnswerClaim("", "Köln, Deutschland", "Germany")).Claims.Single().Quote);
    }

    [Fact]
    public void Inference_stays_named_beside_a_fact_of_the_form()
    {
        var form = Filled.Form(("Who?", "We")) with { Phone = "555" };

        Assert.Equal("the time zone",
            Of(form, "country", new AnswerClaim("", "", "Germany"), new AnswerClaim("", "", "Deutschland")).InferredFrom);
    }

    private static FieldValue Of(Form form, string field, params AnswerClaim[] claims) =>
        new FormEvidence(form).Of(FieldCatalog.Default.Find(field)!, claims, new FieldText(new ExtractionOptions()));
}
