using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>A tool that an answer denies, that was tried or that is only planned is in no use; a score is no date, and a person's profile
/// is no company's website.</summary>
public sealed class ToolsOfTodayTests
{
    [Theory]
    [InlineData("We don't use Pipit, and everything else is Quillon.", "Pipit", false)]
    [InlineData("We don't use Pipit, and everything else is Quillon.", "Quillon", true)]
    [InlineData("We tried Pipit once, now we have Quillon.", "Pipit", false)]
    [InlineData("We tried Pipit once, now we have Quillon.", "Quillon", true)]
    [InlineData("We have used Pipit for years.", "Pipit", true)]
    [InlineData("We are going to buy Pipit, today all is in Quillon.", "Pipit", false)]
    [InlineData("Pipit, Quillon", "Pipit", true)]
    [InlineData("Pipit a été abandonné, tout est dans Quillon.", "Pipit", false)]
    [InlineData("Pipit a été abandonné, tout est dans Quillon.", "Quillon", true)]
    public void Tool_is_the_value_where_it_is_in_use(string answer, string tool, bool isValue)
    {
        var form = Form.Of(new BookingDocument(Fixtures.BookingWith("a@lumen.example", ("Which tools do you use?", answer))));

        var value = new FormEvidence(form).Of(LeadFields.ToolsInUse, [new AnswerClaim("", answer, tool)], new FieldText(new ExtractionOptions()));

        Assert.Equal(isValue, value.IsWritable && value.Text == tool);
    }

    [Theory]
    [InlineData("How urgent is it (1-10)? What is your deadline?", "8", "bant_timing_signal", "")]
    [InlineData("How urgent is it (1-10)? What is your deadline?", "8/10", "bant_timing_signal", "")]
    [InlineData("How urgent is it (1-10)? What is your deadline?", "8 weeks", "bant_timing_signal", "8 weeks")]
    [InlineData("Do you use a CRM? Which one?", "No", "tools_in_use", "")]
    [InlineData("Do you use a CRM? Which one?", "Yes, Pipit", "tools_in_use", "Yes, Pipit")]
    [InlineData("What are your challenges?", "None, just curious", "stated_pain_points", "")]
    [InlineData("What are your challenges?", "None, but the export breaks", "stated_pain_points", "None, but the export breaks")]
    [InlineData("Quels sont vos problèmes ?", "Aucun, simple curiosité", "stated_pain_points", "")]
    [InlineData("Website", "https://network.example/in/ann-ray", "company_website", "")]
    [InlineData("Website", "network.example/company/quill", "company_website", "network.example/company/quill")]
    [InlineData("Website", "quill.example/inks", "company_website", "quill.example/inks")]
    public async Task Answer_that_names_nothing_is_no_value(string question, string answer, string field, string expected)
    {
        var booking = new BookingDocument(Fixtures.BookingWith("ann@gmail.com", (question, answer)));

        var result = await new RuleExtractor().ExtractAsync(booking, FieldCatalog.Default, default);

        Assert.Equal(expected, result.Values[field].Text);
    }
}
