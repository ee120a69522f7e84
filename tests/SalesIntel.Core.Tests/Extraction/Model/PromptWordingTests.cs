using SalesIntel.Leads;
using VerifyXunit;

namespace SalesIntel.Extraction;

/// <summary>The words of the prompts, which are made from the catalogue. When one of these changes for the default catalogue, the prompt
/// has a new version.</summary>
public class PromptWordingTests
{
    private static readonly LeadField Volume = new("review_volume") { Ask = "How many reviews the team does in a month." };

    [Theory]
    [InlineData("meddic")]
    [InlineData("meddpicc")]
    [InlineData("bant")]
    [InlineData("spiced")]
    public Task Meeting(string framework)
    {
        var catalog = new FieldCatalog(LeadFields.All, QualificationFrameworks.All.Single(one => one.Name == framework));
        var prompt = new ConversationPrompt(catalog).For(new Meeting { SessionId = "1" }, new ExtractionOptions(), new TeamOptions()).Windows[0];
        return Verifier.Verify(Text(prompt)).UseParameters(framework);
    }

    [Fact]
    public Task Booking() => Verifier.Verify(Text(
        new FormPrompt(FieldCatalog.Default).For(Form.Of(new BookingDocument(Fixtures.BookingWith("a@b.example"))), new ExtractionOptions())));

    [Fact]
    public Task Form_of_an_own_source_without_inferences_and_advice() => Verifier.Verify(Text(
        new FormPrompt(new FieldCatalog([LeadFields.City, Volume], QualificationFrameworks.Meddic))
            .For(Form.Of(new FormDocument("contact:1", "a@b.example", DateTimeOffset.UnixEpoch) { Title = "Contact form" }), new ExtractionOptions())));

    private static string Text(Prompt prompt)
    {
        var text = $"{prompt.System}\n\n{prompt.Task}\n\n{prompt.Data}\n\n{prompt.Closing}\n";
        var mark = System.Text.RegularExpressions.Regex.Match(text, "<<<name ([0-9a-f]{16})").Groups[1].Value;
        return text.Replace(mark, "{mark}", StringComparison.Ordinal);
    }
}
