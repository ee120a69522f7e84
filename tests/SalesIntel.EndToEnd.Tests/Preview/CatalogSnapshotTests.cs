using System.Text.Json;
using System.Text.Json.Nodes;
using SalesIntel.EndToEnd.Tests.Support;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Testing;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;
using SalesIntel.Zoho;
using VerifyXunit;

namespace SalesIntel.EndToEnd.Tests.Preview;

/// <summary>Every field of the catalogue, from a body through the model to Zoho's JSON and the note: with the field it stands in a snapshot,
/// without its one declaration it is gone from there, and nothing else is.</summary>
public sealed class CatalogSnapshotTests
{
    private static readonly (string Source, string File)[] Bodies = [("calendly", "invitee_created_full"), ("calendly", "invitee_created_minimal"), ("readai", "meeting_end_full")];

    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["company_name"] = "Harrow & Pine Organics",
        ["company_website"] = "https://harrowpine.example",
        ["country"] = "United States",
        ["team_size"] = "12",
        ["phone"] = "+1 555 0100",
    };

    private static readonly Dictionary<string, string> Said = new(StringComparer.Ordinal)
    {
        ["metrics"] = "nineteen working days",
        ["decision_criteria"] = "a hard requirement",
        ["decision_process"] = "The steering meeting",
        ["identified_pain"] = "We pulped all of it",
        ["champion"] = "asking for this since last year",
        ["competition"] = "trialled ProofHarbor",
    };

    public static TheoryData<string> Removable => [.. Catalogs().Select(catalog => catalog.Removed.Name)];

    [Fact]
    public async Task Body_becomes() => await Verifier.Verify(await PreviewAsync(FieldCatalog.Default), "json");

    [Fact]
    public async Task Every_field_stands_in_the_snapshot_under_the_name_that_Zoho_has_for_it()
    {
        var snapshot = JsonNode.Parse(await PreviewAsync(FieldCatalog.Default))!;
        var names = Names(FieldCatalog.Default);
        var written = snapshot.AsObject().SelectMany(body => body.Value!["crm"]!.AsObject()).Select(field => field.Key).ToHashSet();

        Assert.Empty(FieldCatalog.Default.All.Select(field => NameOf(field, names)).Except(written));
    }

    [Theory]
    [MemberData(nameof(Removable))]
    public async Task Without_its_declaration_a_field_is_gone_and_no_other(string name)
    {
        var (catalog, removed) = Catalogs().Single(one => one.Removed.Name == name);
        var with = JsonNode.Parse(await PreviewAsync(FieldCatalog.Default))!.AsObject();
        var without = JsonNode.Parse(await PreviewAsync(catalog))!.AsObject();
        var gone = new HashSet<string>();
        foreach (var (body, shown) in with)
        {
            var before = shown!["crm"]!.AsObject();
            var after = without[body]!["crm"]!.AsObject();
            gone.UnionWith(before.Where(field => !JsonNode.DeepEquals(field.Value, after[field.Key])).Select(field => field.Key));
            Assert.Empty(after.Select(field => field.Key).Except(before.Select(field => field.Key)));
        }

        // A field that has no other is seen in what is made of it: the whole intel as text, the number of employees, gaps and confidence.
        Assert.Contains(NameOf(removed, Names(FieldCatalog.Default)), gone);
        Assert.Empty(gone.Except([NameOf(removed, Names(FieldCatalog.Default)), "lead_intel", "No_of_Employees", "qualification_gaps", "meddic_confidence"]));
    }

    private static IEnumerable<(FieldCatalog Catalog, LeadField Removed)> Catalogs()
    {
        foreach (var field in LeadFields.All)
        {
            yield return (FieldCatalog.Default.Without(field), field);
        }

        var meddic = QualificationFrameworks.Meddic;
        foreach (var element in meddic.Elements)
        {
            yield return (
                new FieldCatalog(
                    LeadFields.All,
                    new QualificationFramework(meddic.Name, meddic.Label, [.. meddic.Elements.Where(one => one != element)], meddic.Confidence)),
                meddic.FieldOf(element));
        }
    }

    private static ZohoFieldOptions Names(FieldCatalog catalog)
    {
        var options = new ZohoFieldOptions();
        foreach (var field in catalog.All.Where(field => ZohoFieldNames.StandardNameOf(field) is null))
        {
            options.Names[field.Name] = field.Name;
        }

        return options;
    }

    private static string NameOf(LeadField field, ZohoFieldOptions names) =>
        field == DemoFields.Status ? names.StatusField : ZohoFieldNames.StandardNameOf(field) ?? field.Name;

    // A value is written when an answer says it: the booking that has answers says all of them.
    private static byte[] WithAnswers(byte[] body)
    {
        var root = JsonNode.Parse(body)!;
        if (root["payload"]?["questions_and_answers"] is JsonArray { Count: > 2 } answers)
        {
            answers.Single(answer => answer!["question"]!.GetValue<string>().StartsWith("How many", StringComparison.Ordinal))!["answer"] = Texts["team_size"];
            answers.Add(new JsonObject
            {
                ["question"] = "Anything else?",
                ["answer"] = string.Join('\n', LeadFields.All.Select(field => Texts.GetValueOrDefault(field.Name, $"the {field.Name}"))),
                ["position"] = answers.Count,
            });
        }

        return JsonSerializer.SerializeToUtf8Bytes(root);
    }

    private static async Task<string> PreviewAsync(FieldCatalog catalog)
    {
        var options = new LeadPreviewSetup
        {
            Catalog = catalog,
            Mapping = new ZohoMapping(Names(FieldCatalog.Default)),
            Extractor = new ModelExtractor(new SchemaFillingChatClient(Texts, Said)),
            Team = new TeamOptions { InternalDomains = ["govisually.com", "clockworkstudio.com"] },
            ReceivedAt = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero),
        };
        IWebhookSource[] sources = [new CalendlySource(new CalendlyOptions()), new ReadAiSource(new ReadAiOptions())];
        var all = new JsonObject();
        foreach (var (source, file) in Bodies)
        {
            var body = WithAnswers(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "fixtures", source, file + ".json")));
            var lead = await LeadPreview.OfAsync(sources.Single(one => one.Name == source), body, options, CancellationToken.None);
            all[file] = new JsonObject
            {
                ["crm"] = lead.CrmFields.DeepClone(),
                ["note"] = new JsonArray([.. lead.Notes.SelectMany(note => $"{note.Title}\n{note.Content}".Split('\n')).Select(line => JsonValue.Create(line))]),
            };
        }

        return JsonSerializer.Serialize(all, SnapshotJson.Readable);
    }
}
