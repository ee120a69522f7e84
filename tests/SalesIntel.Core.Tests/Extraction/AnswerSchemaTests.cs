using System.Text.Encodings.Web;
using System.Text.Json;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

public class AnswerSchemaTests
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Intel_Schema_IsTheOneInTheFile() => Matches(IntelPrompt.Schema, "intel.schema.json");

    [Fact]
    public void Meddic_Schema_IsTheOneInTheFile() => Matches(MeddicPrompt.Schema, "meddic.schema.json");

    [Fact]
    public void Schemas_HaveOneOrder_NullableFields_AndOnlyKeywordsThatProvidersTake()
    {
        string[] allowed = ["type", "description", "properties", "required", "propertyOrdering", "items", "enum", "anyOf"];
        foreach (var schema in (AnswerSchema[])[IntelPrompt.Schema, MeddicPrompt.Schema, MeddicPrompt.Schema.Only(["champion", "risks"])])
        {
            var properties = schema.Json.GetProperty("properties").EnumerateObject().ToList();
            Assert.Equal(schema.Fields, properties.Select(p => p.Name));
            Assert.Equal(schema.Fields, schema.Json.GetProperty("required").EnumerateArray().Select(e => e.GetString()));
            Assert.Equal(schema.Fields, schema.Json.GetProperty("propertyOrdering").EnumerateArray().Select(e => e.GetString()));
            Assert.All(properties, p =>
            {
                Assert.Contains("\"null\"", p.Value.GetRawText());
                Assert.True(p.Value.TryGetProperty("description", out _) || p.Name.EndsWith("_turn"), p.Name);
                Assert.All(p.Value.EnumerateObject(), keyword => Assert.Contains(keyword.Name, allowed));
            });
        }
    }

    [Fact]
    public void Intel_Schema_AsksForAllFieldsButTheTimes()
    {
        Assert.Equal(27, typeof(LeadIntel).GetProperties().Count(p => p.PropertyType == typeof(string)));
        Assert.Equal(25, IntelPrompt.Schema.Fields.Count);
        Assert.DoesNotContain("demo_datetime_utc", IntelPrompt.Schema.Fields);
        Assert.All(IntelPrompt.Core, core => Assert.Contains(core, IntelPrompt.Schema.Fields));
        Assert.All(MeddicPrompt.Core, core => Assert.Contains(core, MeddicPrompt.Schema.Fields));
    }

    [Fact]
    public void Values_RoundTrip_AndNullReadsAsEmpty()
    {
        var intel = new LeadIntel { CompanyName = "Velvet Press", SalesRepCheatSheet = "line\nline" };
        var json = JsonSerializer.Serialize(intel, ExtractionJsonContext.Default.LeadIntel);
        Assert.Equal(intel, JsonSerializer.Deserialize(json, ExtractionJsonContext.Default.LeadIntel));
        Assert.Equal(new LeadIntel(), JsonSerializer.Deserialize("""{"city":null}""", ExtractionJsonContext.Default.LeadIntel));

        var meddic = new MeddicAssessment
        {
            Champion = new MeddicElement
            {
                Value = "v", Quote = "q", Speaker = "s", Turn = 3, Grounding = Grounding.Confirmed,
                At = new DateTimeOffset(2026, 11, 19, 16, 0, 0, TimeSpan.Zero),
            },
            Risks = ["one"],
            Confidence = "Hot",
        };
        json = JsonSerializer.Serialize(meddic, ExtractionJsonContext.Default.MeddicAssessment);
        Assert.Contains("\"grounding\":\"confirmed\"", json);
        var read = JsonSerializer.Deserialize(json, ExtractionJsonContext.Default.MeddicAssessment)!;
        Assert.Equal(json, JsonSerializer.Serialize(read, ExtractionJsonContext.Default.MeddicAssessment));
        Assert.Equal(meddic.Champion, read.Champion);

        var empty = JsonSerializer.Deserialize("""{"champion":null,"risks":null}""", ExtractionJsonContext.Default.MeddicAssessment)!;
        Assert.Equal((MeddicElement.Empty, 0, ""), (empty.Champion, empty.Risks.Count, empty.Confidence));
        Assert.Equal(MeddicElement.Empty, empty.Metrics);
    }

    private static void Matches(AnswerSchema schema, string file)
    {
        var expected = File.ReadAllText(Fixtures.Path($"../SalesIntel.Core.Tests/Extraction/{file}"));
        Assert.Equal(expected.Trim(), JsonSerializer.Serialize(schema.Json, Indented));
    }
}
