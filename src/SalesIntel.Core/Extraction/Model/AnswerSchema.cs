using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace SalesIntel.Extraction;

/// <summary>JSON Schema of a flat answer, walked from the type's contract: the common subset of the providers. Each property
/// may be null and must be there; properties, <c>required</c> and <c>propertyOrdering</c> have the same order, because models
/// write in it. Limits of length are ours to check: providers ignore or refuse the keywords.</summary>
/// <remarks>https://ai.google.dev/gemini-api/docs/structured-output</remarks>
internal sealed class AnswerSchema
{
    private readonly Dictionary<string, JsonNode> _properties = new(StringComparer.Ordinal);

    private AnswerSchema(string name, string description, IEnumerable<KeyValuePair<string, JsonNode>> properties)
    {
        Name = name;
        Description = description;
        foreach (var (key, value) in properties)
        {
            _properties.Add(key, value);
        }

        Fields = [.. _properties.Keys];
        var root = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(_properties.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value.DeepClone()))),
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

    /// <summary>The fields in order.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>The schema.</summary>
    public JsonElement Json { get; }

    /// <summary>The schema of a type.</summary>
    /// <param name="type">Contract of a record whose properties are text, whole numbers or lists of text.</param>
    /// <param name="name">Name for the provider.</param>
    /// <param name="description">What is asked for.</param>
    /// <param name="without">JSON names that the model is not asked for.</param>
    public static AnswerSchema Of(JsonTypeInfo type, string name, string description, params string[] without) => new(
        name, description,
        type.Properties.Where(p => !without.Contains(p.Name)).Select(p => KeyValuePair.Create(p.Name, Describe(p))));

    /// <summary>The same schema with some of its fields only, for a repair.</summary>
    public AnswerSchema Only(IReadOnlyCollection<string> fields) =>
        new(Name, Description, _properties.Where(p => fields.Contains(p.Key)));

    private static JsonNode Describe(JsonPropertyInfo property)
    {
        var node = new JsonObject();
        if (Attribute<DescriptionAttribute>(property) is { } description)
        {
            node["description"] = description.Description;
        }

        if (Attribute<AllowedValuesAttribute>(property) is { } allowed)
        {
            // Beside an enum the null needs a branch of its own: a null among the values is refused, a missing one forces a guess.
            node["anyOf"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "string",
                    ["enum"] = new JsonArray([.. allowed.Values.Select(v => (JsonNode?)JsonValue.Create((string)v!))]),
                },
                new JsonObject { ["type"] = "null" });
            return node;
        }

        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(string))
        {
            node["type"] = new JsonArray("string", "null");
        }
        else if (type == typeof(int))
        {
            node["type"] = new JsonArray("integer", "null");
        }
        else if (type == typeof(IReadOnlyList<string>))
        {
            node["type"] = new JsonArray("array", "null");
            node["items"] = new JsonObject { ["type"] = "string" };
        }
        else
        {
            throw new NotSupportedException($"'{property.Name}' has a type that an answer can't have.");
        }

        return node;
    }

    private static T? Attribute<T>(JsonPropertyInfo property)
        where T : Attribute =>
        property.AttributeProvider?.GetCustomAttributes(typeof(T), inherit: false) is [T attribute, ..] ? attribute : null;

    private JsonArray Names() => new([.. _properties.Keys.Select(k => (JsonNode?)JsonValue.Create(k))]);
}
