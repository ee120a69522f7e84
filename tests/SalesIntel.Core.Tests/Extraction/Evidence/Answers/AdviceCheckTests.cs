using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Which facts advice may state: those of the form, its answers and the proven values.</summary>
public sealed class AdviceCheckTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Show it to Sunniva.", "Show it to Sunniva.")]
    [InlineData("Then ask Ines about Faro.", "Then ask Ines about Faro.")]
    [InlineData("They booked Product Tour.", "They booked Product Tour.")]
    [InlineData("They sit near Berlin.", "They sit near Berlin.")]
    [InlineData("They work at harrowpine.", "They work at harrowpine.")]
    [InlineData("They came from Inkmoor.", "They came from Inkmoor.")]
    [InlineData("Then invite Paperweave too.", "Then invite Paperweave too.")]
    [InlineData("They sell Boxboard.", "They sell Boxboard.")]
    [InlineData("They sell Cardstock.", "")]
    [InlineData("They know Eastwind.", "")]
    [InlineData("They asked about Velvet.", "They asked about Velvet.")]
    [InlineData("Call them on 2026-11-24.", "")]
    [InlineData("Be ready by 14 May 2027.", "Be ready by 14 May 2027.")]
    [InlineData("Call Marta. Show labels.", "Show labels.")]
    [InlineData("Show 40 labels.", "")]
    public void Facts_of_the_form_are_known_and_unproven_values_are_not(string advice, string expected)
    {
        var form = Filled.Form(("What do you use?", "We use Velvet"), ("When?", "By 14 May")) with
        {
            FirstName = "Ines", LastName = "Faro", Title = "Product Tour", Tracking = new Dictionary<string, string> { ["utm_source"] = "Inkmoor" },
            Guests = ["tom@paperweave.example"],
        };
        var values = LeadValues.Empty.With(LeadFields.Industry, FieldValue.Of("Boxboard"))
            .With(LeadFields.ToolsInUse, new FieldValue { Text = "Cardstock", Status = FieldStatus.Ambiguous });
        var report = new FieldText(new ExtractionOptions());

        Assert.Equal(expected, new AdviceCheck(form, new AnswerPassages(form), values).Proven(LeadFields.DemoFocus, advice, report));
        Assert.Equal(expected == advice ? 0 : 1, report.Issues.Count);
    }
}
