using System.Text.Json.Nodes;

namespace SalesIntel.Gemini.Tests.Simulator;

/// <summary>Fixtures as prompts, and schemas like those the extraction asks with.</summary>
internal static class Samples
{
    public static string[] MeddicNames { get; } =
    [
        "metrics", "economic_buyer", "decision_criteria", "decision_process", "identified_pain", "champion", "competition",
        "next_steps", "risks",
    ];

    public static string[] IntelNames { get; } =
    [
        "first_name", "last_name", "company_name", "company_website", "company_type", "company_description", "industry",
        "team_size", "country", "state_or_region", "city", "phone", "referred_by", "tools_in_use", "stated_pain_points",
        "stated_demo_objectives", "additional_notes", "demo_datetime_utc", "demo_datetime_local", "bant_budget_signal",
        "bant_authority_signal", "bant_need_signal", "bant_timing_signal", "qualification_gaps",
        "recommended_discovery_questions", "demo_focus_recommendations", "sales_rep_cheat_sheet",
    ];

    /// <summary>Each element an object of quote, speaker, turn and value, and a confidence from a list.</summary>
    public static JsonObject Meddic()
    {
        var properties = new JsonObject();
        foreach (var name in MeddicNames)
        {
            properties[name] = new JsonObject { ["$ref"] = "#/$defs/element" };
        }

        properties["confidence"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("Cold", "Warm", "Hot", "Super-hot") };
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. MeddicNames.Append("confidence").Select(name => JsonValue.Create(name))]),
            ["$defs"] = JsonNode.Parse(
                """
                {"element":{"type":["object","null"],"required":["quote","speaker","turn","value"],"properties":{
                  "quote":{"type":"string"},"speaker":{"type":"string"},"turn":{"type":"integer"},"value":{"type":"string"}}}}
                """),
        };
    }

    public static JsonObject Intel() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject([.. IntelNames.Select(name =>
            KeyValuePair.Create(name, (JsonNode?)new JsonObject { ["type"] = new JsonArray("string", "null") }))]),
    };

    public static string Fixture(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "SalesIntel.sln")))
        {
            folder = folder.Parent;
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "tests", "fixtures", path));
    }

    public static string Transcript(string file)
    {
        var blocks = JsonNode.Parse(Fixture("readai/" + file))!["transcript"]!["speaker_blocks"]!.AsArray();
        return string.Join('\n', blocks.Select((block, index) => $"[{index + 1}] {block!["speaker"]!["name"]}: {block["words"]}"));
    }
}
