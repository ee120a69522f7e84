using System.Text.Json;
using System.Text.Json.Nodes;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>JSON Schema of a flat completion: the common subset of the providers. Each property may be null and must be there; properties,
/// <c>required</c> and <c>propertyOrdering</c> have the same order, because models write in it. Limits of length are ours to check:
/// providers ignore or refuse the keywords.</summary>
/// <remarks>https://ai.google.dev/gemini-api/docs/structured-output</remarks>
internal sealed class CompletionSchema
{
    private readonly List<KeyValuePair<string, JsonObject>> properties;

    /// <summary>Makes a schema.</summary>
    /// <param name="name">Name for the provider.</param>
    /// <param name="description">What is asked for.</param>
    /// <param name="properties">The properties by key, in order.</param>
    public CompletionSchema(string name, string description, IEnumerable<KeyValuePair<string, JsonObject>> properties)
    {
        Name = name;
        Description = description;
        this.properties = [.. properties];
        Keys = [.. this.properties.Select(property => property.Key)];
        var root = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(this.properties.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value.DeepClone()))),
            ["required"] = Names(),
            ["propertyOrdering"] = Names(),
        };
        using var document = JsonDocument.Parse(root.ToJsonString());
        Json = document.RootElement.Clone();
    }

    /// <summary>Name of the schema for the provider.</summary>
    public string Name { get; }

    /// <summary>What is asked for.</summary>
    public string Description { get; }

    /// <summary>The keys in order.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The schema.</summary>
    public JsonElement Json { get; }

    /// <summary>The property of a field.</summary>
    public static JsonObject Of(LeadField field) => Of(field, field.Ask);

    /// <summary>The properties of an element: the evidence before the value that rests on it.</summary>
    public static IEnumerable<KeyValuePair<string, JsonObject>> Of(QualificationElement element, LeadField field) =>
    [
        new(CompletionKeys.Quote(element.Name), Nullable("string", "One short verbatim quote, at most 30 words, from one turn of the transcript.")),
        new(CompletionKeys.Turn(element.Name), Nullable("integer", "Number of the turn that the quote is from.")),
        new(element.Name, Of(field, element.Ask)),
    ];

    /// <summary>True when a field is asked for as a list: the lines of a conversation. Those of a form are lines of one text.</summary>
    public static bool IsList(LeadField field) => field is { Kind: FieldKind.Lines, From: DocumentKind.Conversation };

    /// <summary>The same schema with some of its properties only, for a repair.</summary>
    public CompletionSchema Only(IReadOnlyCollection<string> keys) =>
        new(Name, Description, properties.Where(property => keys.Contains(property.Key)));

    private static JsonObject Of(LeadField field, string ask)
    {
        var property = new JsonObject { ["description"] = ask + Form(field.Kind) };
        if (field.Kind == FieldKind.Choice)
        {
            // Beside an enum the null needs a branch of its own: a null among the values is refused, a missing one forces a guess.
            property["anyOf"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "string",
                    ["enum"] = new JsonArray([.. field.Choices.Select(choice => (JsonNode?)JsonValue.Create(choice))]),
                },
                new JsonObject { ["type"] = "null" });
        }
        else if (IsList(field))
        {
            property["type"] = new JsonArray("array", "null");
            property["items"] = new JsonObject { ["type"] = "string" };
        }
        else
        {
            property["type"] = new JsonArray("string", "null");
        }

        return property;
    }

    // What is not in the field's form can only be dropped.
    private static string Form(FieldKind kind) => kind switch
    {
        FieldKind.Number => " A whole number in digits.",
        FieldKind.DateTime => " ISO 8601 with date, time and offset.",
        _ => "",
    };

    private static JsonObject Nullable(string type, string description) => new()
    {
        ["description"] = description,
        ["type"] = new JsonArray(type, "null"),
    };

    private JsonArray Names() => new([.. Keys.Select(key => (JsonNode?)JsonValue.Create(key))]);
}
