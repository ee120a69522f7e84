using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>A quote that was cut out of what takes it back is written as the whole sentence.</summary>
public sealed class CutQuoteTests
{
    [Theory]
    [InlineData("The Pipit people claim that they save us nine hours a week.", "they save us nine hours a week", true)]
    [InlineData("I doubt that the kiln loses nine hours a week.", "the kiln loses nine hours a week", true)]
    [InlineData("If legal agrees we lose nine hours a week.", "we lose nine hours a week", true)]
    [InlineData("We almost lose nine hours a week.", "lose nine hours a week", true)]
    [InlineData("We lose nine hours a week because of mails.", "We lose nine hours a week", false)]
    [InlineData("Look, we lose nine hours a week, and nobody cares.", "we lose nine hours a week", false)]
    public void Quote_is_written_with_what_takes_it_back(string said, string quote, bool isWhole)
    {
        foreach (var text in (string[])["", quote, "Nine lost hours, an awful waste of time"])
        {
            var value = new SpokenEvidence(Spoken.Meeting($"Ann: {said}"), Spoken.Team, new FieldText(new ExtractionOptions()))
                .Of(Spoken.Element("metrics"), Field, [new SpokenClaim("metrics", quote, 1, text)]);

            Assert.Equal(isWhole ? said : quote, value.Text);
        }
    }

    private static readonly LeadField Field =
        QualificationFrameworks.Meddic.FieldOf(Spoken.Element("metrics"));
}
