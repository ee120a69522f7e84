using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Consumer.Parts;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Settings;
using SalesIntel.Testing;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Consumer;

/// <summary>The recipes of docs/recipes.md that have no sample of their own.</summary>
public sealed class RecipeTests
{
    private const string Said = "reprints cost us nine thousand euros every quarter";

    [Fact]
    public async Task Own_framework()
    {
        var model = new OwnModel(("challenges", "Reprints cost 9,000 euros a quarter", Said, 2));
        var lead = await PreviewAsync(new ReadAiSource(new ReadAiOptions()), Bodies.Meeting, model, AddChamp);

        Assert.Equal("Reprints cost 9,000 euros a quarter", (string?)lead.CrmFields["champ_challenges"]);
        Assert.Contains("CHAMP", lead.Notes.Single().Content, StringComparison.Ordinal);
        Assert.DoesNotContain("economic_buyer", model.Asked);
    }

    [Fact]
    public async Task Own_element_of_MEDDIC()
    {
        var model = new OwnModel(("reprints", "Reprints cost 9,000 euros a quarter", Said, 2));
        var lead = await PreviewAsync(new ReadAiSource(new ReadAiOptions()), Bodies.Meeting, model, AddReprints);

        Assert.Equal("Reprints cost 9,000 euros a quarter", (string?)lead.CrmFields["meddic_reprints"]);
        Assert.Contains("economic_buyer", model.Asked);
    }

    [Fact]
    public async Task Own_words_for_what_is_asked()
    {
        var model = new OwnModel(("company_type", "Quill Print", "Quill Print", null));
        var lead = await PreviewAsync(new CalendlySource(new CalendlyOptions()), Bodies.Booking, model, AskInOurWords);

        Assert.Contains("Printer, agency, brand or publisher", model.Prompt, StringComparison.Ordinal);
        Assert.Equal("Quill Print", (string?)lead.CrmFields["company_type"]);
    }

    [Fact]
    public async Task Own_extractor_takes_the_place_of_the_model()
    {
        var setup = new LeadPreviewSetup { Extractor = new KnownTeam() };
        var lead = await LeadPreview.OfAsync(
            new CalendlySource(new CalendlyOptions()), System.Text.Encoding.UTF8.GetBytes(Bodies.Booking), setup, CancellationToken.None);

        Assert.Equal("12", (string?)lead.CrmFields["team_size"]);
    }

    // README.md shows it.
    [Fact]
    public async Task Own_host_with_all_parts_of_the_packages()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("REDIS_URL", "redis://127.0.0.1:1")]);
        builder.Services.AddSalesIntel(builder.Configuration)
            .AddGemini()
            .AddZoho()
            .AddRedisStore()
            .AddCoravelProcessing()
            .AddSlackAlerts();
        var app = builder.Build();
        app.MapSalesIntel();
        await using (app)
        {
            var settings = app.Services.GetRequiredService<SalesIntelSettings>().Rows.Select(row => row.Name).ToList();
            Assert.All(["GEMINI_API_KEY", "ZOHO_DC", "REDIS_URL", "WORKERS", "SLACK_WEBHOOK_URL"], name => Assert.Contains(name, settings));
        }
    }

    private static void AddChamp(SalesIntelOptions options)
    {
        options.Frameworks.Add(new QualificationFramework("champ", "CHAMP",
        [
            new("challenges") { Ask = "What makes the customer's work hard today.", Question = "What is the hardest part of this today?" },
            new("authority") { Ask = "Who decides, and who else has to agree.", Question = "Who else has to agree?" },
            new("money") { Ask = "What may be spent, and from whose budget.", Question = "Is there a budget for this?" },
            new("prioritization") { Ask = "When it has to be solved, and why then.", Question = "What happens if this waits a year?" },
        ]));
        options.Qualification = "champ";
    }

    private static void AddReprints(SalesIntelOptions options)
    {
        var meddic = QualificationFrameworks.Meddic;
        var reprints = new QualificationElement("reprints") { Ask = "What reprints cost the customer.", Question = "What does a reprint cost you?" };
        options.Frameworks.Remove(meddic);
        options.Frameworks.Add(new QualificationFramework(meddic.Name, meddic.Label, [.. meddic.Elements, reprints], meddic.Confidence));
    }

    private static void AskInOurWords(SalesIntelOptions options)
    {
        var at = options.Fields.IndexOf(LeadFields.CompanyType);
        options.Fields[at] = new LeadField(LeadFields.CompanyType.Name)
        {
            Label = LeadFields.CompanyType.Label,
            Evidence = LeadFields.CompanyType.Evidence,
            Ask = "Printer, agency, brand or publisher; what the company does with printed matter.",
        };
    }

    private static async Task<PreviewedLead> PreviewAsync(
        IWebhookSource source, string body, OwnModel model, Action<SalesIntelOptions> configure)
    {
        var options = new SalesIntelOptions();
        configure(options);
        var setup = new LeadPreviewSetup
        {
            Catalog = options.CreateCatalog(),
            Extractor = new ModelExtractor(model),
            Team = new TeamOptions { InternalDomains = ["seller.example"] },
        };
        return await LeadPreview.OfAsync(source, System.Text.Encoding.UTF8.GetBytes(body), setup, CancellationToken.None);
    }

    private sealed class KnownTeam : IExtractor
    {
        public Task<ExtractionResult> ExtractAsync(LeadDocument document, FieldCatalog catalog, CancellationToken cancellationToken) =>
            Task.FromResult(new ExtractionResult
            {
                ReadBy = ExtractionMethod.Model,
                Values = LeadValues.Empty.With(LeadFields.TeamSize, FieldValue.Of("12")),
            });
    }
}
