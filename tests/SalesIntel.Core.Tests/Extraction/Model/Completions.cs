using System.Text.Json.Nodes;

namespace SalesIntel.Extraction;

/// <summary>Completions as a model writes them.</summary>
internal static class Completions
{
    /// <summary>A completion in which nothing is known but what is changed.</summary>
    public static string Of(CatalogPrompt prompt, Action<JsonObject>? change = null)
    {
        var completion = new JsonObject(prompt.Schema.Keys.Select(key => KeyValuePair.Create(key, (JsonNode?)null)));
        change?.Invoke(completion);
        return completion.ToJsonString();
    }
}
