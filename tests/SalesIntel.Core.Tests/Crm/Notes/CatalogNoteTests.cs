using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Leads;
using VerifyXunit;

namespace SalesIntel.Core.Tests.Crm.Notes;

/// <summary>Notes and the text of the whole intel are made from the catalogue.</summary>
public sealed class CatalogNoteTests
{
    private static readonly LeadField Volume = new("review_volume")
    {
        Label = "Reviews a month", Ask = "How many reviews the team does in a month.",
    };

    private static readonly LeadField Mood = new("mood") { Ask = "How the call went.", From = DocumentKind.Conversation };
    private static readonly LeadField Secret = new("secret") { Ask = "Not for notes.", InNote = false };

    private static readonly QualificationFramework Own = new(
        "fit",
        "Fit",
        [
            new QualificationElement("team") { Label = "The team", Ask = "Who would use it." },
            new QualificationElement("urgency") { Ask = "Why now." },
        ]);

    private static readonly FieldCatalog Catalog = new([.. LeadFields.All, Volume, Mood, Secret], Own);

    private static readonly FormDocument Contact = new("contact:4711", "ada@quill.example", Bodies.Base)
    {
        Title = "Contact form", Name = "Ada Quill", Phone = "+46 40 123", TimeZone = "Europe/Stockholm",
        Answers = [new FormAnswer("What hurts?", "Reprints")],
    };

    private static readonly MeetingDocument Call = new(
        new Meeting { SessionId = "01SESSION", Start = new DateTimeOffset(2026, 11, 19, 16, 31, 0, TimeSpan.Zero) }, Bodies.Base);

    [Fact]
    public Task Form_of_an_own_source_with_an_own_field() => Verifier.Verify(Text(DocumentNote.Write(
        Contact, Some.Values((Volume, "40"), (Secret, "hidden"), (LeadFields.CompanyName, "Quill Ltd")), Catalog, ExtractionMethod.Model)));

    [Fact]
    public Task Meeting_with_an_own_framework_and_an_own_field() => Verifier.Verify(Text(DocumentNote.Write(
        Call,
        Some.Values((Mood, "Curious"), (Own.Confidence, "Hot"))
            .With(Own.FieldOf(Own.Elements[0]), Some.Claimed("Nine designers", ClaimSupport.Supported, "We are nine.", "Ada Quill")),
        Catalog,
        ExtractionMethod.Rules)));

    [Fact]
    public void Field_that_is_not_in_the_catalogue_is_not_shown()
    {
        var values = Some.Values((Volume, "4711 reviews"), (LeadFields.CompanyName, "Quill Ltd"), (LeadFields.CheatSheet, "Ask."));
        var without = FieldCatalog.Default.Without(LeadFields.CompanyName, LeadFields.CheatSheet);

        Assert.DoesNotContain("4711 reviews", DocumentNote.Write(Contact, values, without, ExtractionMethod.Model).Content, StringComparison.Ordinal);
        Assert.DoesNotContain("Quill Ltd", DocumentNote.Write(Contact, values, without, ExtractionMethod.Model).Content, StringComparison.Ordinal);
        Assert.DoesNotContain("CHEAT SHEET", DocumentNote.Write(Contact, values, without, ExtractionMethod.Model).Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_field_that_belongs_into_notes_is_shown_with_its_label()
    {
        var catalog = FieldCatalog.Default;
        var values = LeadValues.Of(catalog.Intel.Select(field => KeyValuePair.Create(field.Name, FieldValue.Of($"<{field.Name}>"))));
        var text = IntelText.ForNote(values, catalog.Intel);

        Assert.Equal(catalog.Intel.Where(field => field.InNote).Select(field => field.Name).Order(), Names(text).Order());
        Assert.Contains("Location: <city>, <state_or_region>, <country>\n", text, StringComparison.Ordinal);
        Assert.Contains("About the company: <company_description>\n", text, StringComparison.Ordinal);
        Assert.Equal(text, IntelText.ForField(values, catalog));
    }

    [Fact]
    public void What_is_not_supported_or_not_clear_is_shown_to_people_and_stands_in_no_field()
    {
        var values = Some.Values((LeadFields.CompanyName, "Quill Ltd"))
            .With(LeadFields.BudgetSignal, Some.Claimed("20k", ClaimSupport.Unsupported))
            .With(LeadFields.TimingSignal, new FieldValue { Text = "Maybe June", Status = FieldStatus.Ambiguous });

        Assert.Equal(
            "Company: Quill Ltd\nBudget: 20k [unconfirmed]\nTiming: Maybe June [unclear]",
            IntelText.ForNote(values, FieldCatalog.Default.Intel));
        Assert.Equal("Company: Quill Ltd", IntelText.ForField(values, FieldCatalog.Default));
    }

    [Fact]
    public void Subject_is_the_documents_key_behind_a_fixed_word()
    {
        Assert.Equal("note:contact:4711", DocumentNote.Subject(Contact));
        Assert.Equal("note:meeting:01SESSION", DocumentNote.Subject(Call));
    }

    private static IEnumerable<string> Names(string text) =>
        System.Text.RegularExpressions.Regex.Matches(text, "<([a-z_]+)>").Select(match => match.Groups[1].Value);

    private static string Text(CrmNote note) => $"{note.Title}\n\n{note.Content}\n";
}
