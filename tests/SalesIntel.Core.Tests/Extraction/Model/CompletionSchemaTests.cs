using System.Text.Encodings.Web;
using System.Text.Json;
using SalesIntel.Leads;
using SalesIntel.Settings;
using VerifyXunit;

namespace SalesIntel.Extraction;

public class CompletionSchemaTests
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly FormPrompt Intel = new(FieldCatalog.Default);
    private static readonly ConversationPrompt Meddic = new(FieldCatalog.Default);

    [Fact]
    public Task Form_is_asked_for() => Verifier.Verify(Text(Intel.Schema));

    [Theory]
    [InlineData("meddic")]
    [InlineData("meddpicc")]
    [InlineData("bant")]
    [InlineData("spiced")]
    public Task Framework_is_asked_for(string name) =>
        Verifier.Verify(Text(new ConversationPrompt(Catalog(name)).Schema)).UseParameters(name);

    [Fact]
    public void Schemas_HaveOneOrder_NullableFields_AndOnlyKeywordsThatProvidersTake()
    {
        string[] allowed = ["type", "description", "properties", "required", "propertyOrdering", "items", "enum", "anyOf"];
        IEnumerable<CompletionSchema> schemas =
        [
            Intel.Schema, Meddic.Schema, Meddic.Schema.Only(["claims", "risks"]),
            .. QualificationFrameworks.All.Select(framework => new ConversationPrompt(Catalog(framework.Name)).Schema),
        ];
        foreach (var schema in schemas)
        {
            var properties = schema.Json.GetProperty("properties").EnumerateObject().ToList();
            Assert.Equal(schema.Keys, properties.Select(p => p.Name));
            Assert.Equal(schema.Keys, schema.Json.GetProperty("required").EnumerateArray().Select(e => e.GetString()));
            Assert.Equal(schema.Keys, schema.Json.GetProperty("propertyOrdering").EnumerateArray().Select(e => e.GetString()));
            Assert.All(properties, p =>
            {
                Assert.Contains("\"null\"", p.Value.GetRawText());
                Assert.True(p.Value.TryGetProperty("description", out _), p.Name);
                Assert.All(p.Value.EnumerateObject(), keyword => Assert.Contains(keyword.Name, allowed));
            });
        }
    }

    [Fact]
    public void Intel_Schema_AsksForAllFieldsThatAreNotComputed()
    {
        var claimed = LeadFields.All.Where(field => field.Evidence is EvidenceRule.Stated or EvidenceRule.Inferred).Select(field => field.Name);
        Assert.Equal(["claims", "recommended_discovery_questions", "demo_focus_recommendations", "sales_rep_cheat_sheet"], Intel.Schema.Keys);
        Assert.Equal(claimed, Asked(Intel.Schema));
        Assert.DoesNotContain("demo_datetime_utc", Asked(Intel.Schema));
        Assert.DoesNotContain("qualification_gaps", Asked(Intel.Schema));
        Assert.Equal(["claims", "recommended_discovery_questions", "sales_rep_cheat_sheet"], Intel.Core);
        Assert.Equal(FieldCatalog.Default.Framework.Elements.Select(element => element.Name), Asked(Meddic.Schema));
        Assert.Equal(["claims"], Meddic.Core);
    }

    [Fact]
    public void Kind_of_a_field_decides_its_property()
    {
        var choice = CompletionSchema.Of(new LeadField("size") { Ask = "How big.", Kind = FieldKind.Choice, Choices = ["S", "L"] });
        Assert.Equal(
            """{"description":"How big.","anyOf":[{"type":"string","enum":["S","L"]},{"type":"null"}]}""", choice.ToJsonString());
        var number = CompletionSchema.Of(new LeadField("seats") { Ask = "How many.", Kind = FieldKind.Number });
        Assert.Equal("""{"description":"How many. A whole number in digits.","type":["string","null"]}""", number.ToJsonString());
    }

    [Fact]
    public void Catalogue_without_a_field_asks_nothing_of_it()
    {
        var whole = Count(new FormPrompt(FieldCatalog.Default));
        foreach (var field in FieldCatalog.Default.Intel)
        {
            var prompt = new FormPrompt(FieldCatalog.Default.Without(field));
            Assert.DoesNotContain(field.Name, prompt.Schema.ReadKeys);
            Assert.DoesNotContain(field.Name, prompt.Core);
            Assert.Equal(field.IsAsked ? whole - 1 : whole, Count(prompt));
        }

        static int Count(FormPrompt prompt) => Asked(prompt.Schema).Count + prompt.Schema.Keys.Count;
    }

    [Fact]
    public void List_of_claims_is_core()
    {
        var catalog = new FieldCatalog([new LeadField("review_volume") { Ask = "How many." }], QualificationFrameworks.Meddic);
        Assert.Equal(["claims"], new FormPrompt(catalog).Core);
    }

    [Theory]
    [InlineData("risks")]
    [InlineData("mood_turn")]
    public void Field_and_element_of_one_key_are_refused_by_name(string element)
    {
        var mood = new LeadField("mood_turn") { Ask = "When the mood changed.", From = DocumentKind.Conversation };
        QualificationElement[] elements = [new("mood") { Ask = "How it was." }, new(element) { Ask = "What could go wrong." }];
        var framework = new QualificationFramework("own", "Own", [.. elements.DistinctBy(one => one.Name)]);
        var e = Assert.Throws<ArgumentException>(() => new FieldCatalog([mood], framework));
        Assert.Contains($"'{element}'", e.Message);
        Assert.Contains("'own'", e.Message);
    }

    [Fact]
    public void Version_changes_with_the_catalogue_and_the_default_has_a_stable_name()
    {
        var own = Own("How many.", QualificationFrameworks.Meddic);
        var asksMore = Own("How many a month.", QualificationFrameworks.Bant);

        Assert.Equal(("intel-3", "meddic-3"), (Intel.Version, Meddic.Version));
        Assert.Equal("meddic-3", new ConversationPrompt(own).Version);
        Assert.Matches("^intel-3-[0-9a-f]{8}$", new FormPrompt(own).Version);
        Assert.Equal(new FormPrompt(own).Version, new FormPrompt(own).Version);
        Assert.NotEqual(new FormPrompt(own).Version, new FormPrompt(asksMore).Version);
        Assert.Matches("^bant-3-[0-9a-f]{8}$", new ConversationPrompt(asksMore).Version);

        static FieldCatalog Own(string ask, QualificationFramework framework) =>
            new([.. LeadFields.All, new LeadField("review_volume") { Ask = ask }], framework);
    }

    [Fact]
    public void Options_that_can_not_be_used_are_refused_with_all_errors_together()
    {
        var failure = Assert.Throws<SettingsException>(() => new RuleExtractor(new ExtractionOptions { MaxOutputTokens = 1, MaxListItems = 0 }));
        Assert.Equal(
            [
                "ExtractionOptions.MaxOutputTokens is '1': must be a whole number from 256 to 65536",
                "ExtractionOptions.MaxListItems is '0': must be a whole number from 1 to 200",
            ],
            failure.Errors);
    }

    private static IReadOnlyList<string?> Asked(CompletionSchema schema) =>
    [
        .. schema.Json.GetProperty("properties").GetProperty("claims").GetProperty("items").GetProperty("properties").GetProperty("element")
            .GetProperty("enum").EnumerateArray().Select(name => name.GetString()),
    ];

    private static FieldCatalog Catalog(string framework) =>
        new(LeadFields.All, QualificationFrameworks.All.Single(one => one.Name == framework));

    private static string Text(CompletionSchema schema) => JsonSerializer.Serialize(schema.Json, Indented);
}
