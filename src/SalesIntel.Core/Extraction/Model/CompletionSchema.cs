using Microsoft.Extensions.AI;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>JSON Schema of a completion, one list of claims and flat fields beside it: the common subset of the providers. Each property
/// may be null and must be there; properties, <c>required</c> and <c>propertyOrdering</c> have the same order, because models write in it. Limits of length are ours to check:
/// providers ignore or refuse the keywords.</summary>
/// <remarks>https://ai.google.dev/gemini-api/docs/structured-output</remarks>
internal sealed class CompletionSchema
{
    private readonly List<KeyValuePair<string, JsonObject>> properties;
    private readonly IReadOnlyList<string> flat;

    /// <summary>Makes a schema.</summary>
    /// <param name="name">Name for the provider.</param>
    /// <param name="description">What is asked for.</param>
    /// <param name="properties">The properties by key, in order.</param>
    /// <param name="flat">Keys that are not asked for and read all the same: those of a completion without a list of claims.</param>
    public CompletionSchema(
        string name, string description, IEnumerable<KeyValuePair<string, JsonObject>> properties, IReadOnlyList<string>? flat = null)
    {
        Name = name;
        Description = description;
        this.properties = [.. properties];
        this.flat = flat ?? [];
        Keys = [.. this.properties.Select(property => property.Key)];
        ReadKeys = [.. Keys, .. this.flat];
        var root = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(this.properties.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value.DeepClone()))),
            ["required"] = Names(Keys),
            ["propertyOrdering"] = Names(Keys),
        };
        using var document = JsonDocument.Parse(root.ToJsonString());
        Json = document.RootElement.Clone();
        Format = ChatResponseFormat.ForJsonSchema(Json, name, description);
    }

    /// <summary>Name of the schema for the provider.</summary>
    public string Name { get; }

    /// <summary>What is asked for.</summary>
    public string Description { get; }

    /// <summary>The keys in order.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The keys under which something is read: those that are asked for, and those of a completion without a list of claims.
    /// </summary>
    public IReadOnlyList<string> ReadKeys { get; }

    public JsonElement Json { get; }

    /// <summary>The schema as a chat client takes it: the same object each time, so that what a client makes of it can be kept.</summary>
    public ChatResponseFormat Format { get; }

    /// <summary>The property of a field.</summary>
    public static JsonObject Of(LeadField field) => Of(field, field.Ask);

    /// <summary>The list of claims about a conversation: the words before what they mean.</summary>
    /// <param name="asked">What to look for, by the name of the element.</param>
    public static KeyValuePair<string, JsonObject> ClaimsOfConversation(IEnumerable<KeyValuePair<string, string>> asked) => Claims(
        asked,
        new(CompletionKeys.ClaimQuote, Text("One short verbatim quote, at most 30 words, from one turn of the transcript.")),
        new(CompletionKeys.ClaimTurn, Nullable("integer", "Number of the turn that the quote is from.")),
        new(CompletionKeys.ClaimText, Text("What the quote tells about the element, in the quote's language.")));

    /// <summary>The list of claims about a form.</summary>
    /// <param name="asked">What to look for, by the name of the field.</param>
    public static KeyValuePair<string, JsonObject> ClaimsOfForm(IEnumerable<KeyValuePair<string, string>> asked) => Claims(
        asked,
        new(CompletionKeys.Question, Nullable("string", "The question whose answer tells it; null when a fact of the booking or form does.")),
        new(CompletionKeys.ClaimQuote, Nullable("string", "The words of the answer or the fact, verbatim, at most 30 words.")),
        new(CompletionKeys.ClaimText, Text("The value of the field, in the language of the answer.")));

    /// <summary>True when a field is asked for as a list: the lines of a conversation. Those of a form are lines of one text.</summary>
    public static bool IsList(LeadField field) => field is { Kind: FieldKind.Lines, From: DocumentKind.Conversation };

    /// <summary>The same schema with some of its properties only, for a repair.</summary>
    public CompletionSchema Only(IReadOnlyCollection<string> keys) =>
        new(Name, Description, properties.Where(property => keys.Contains(property.Key)), keys.Contains(CompletionKeys.Claims) ? flat : []);

    /// <summary>What a model is to look for, with the form that the field has.</summary>
    public static string AskOf(LeadField field, string ask) => ask + Form(field.Kind) + Choices(field);

    private static string Choices(LeadField field) =>
        field.Kind == FieldKind.Choice ? $" One of: {string.Join(", ", field.Choices)}." : "";

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

    private static KeyValuePair<string, JsonObject> Claims(
        IEnumerable<KeyValuePair<string, string>> asked, params IReadOnlyList<KeyValuePair<string, JsonObject>> parts)
    {
        KeyValuePair<string, string>[] names = [.. asked];
        var element = new JsonObject
        {
            ["description"] = string.Join('\n', names.Select(name => $"{name.Key}: {name.Value}")),
            ["type"] = "string",
            ["enum"] = new JsonArray([.. names.Select(name => (JsonNode?)JsonValue.Create(name.Key))]),
        };
        KeyValuePair<string, JsonObject>[] all = [new(CompletionKeys.Element, element), .. parts];
        return new(CompletionKeys.Claims, new JsonObject
        {
            ["description"] = "One entry for each statement; several statements about one element are several entries.",
            ["type"] = new JsonArray("array", "null"),
            ["items"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject(all.Select(part => KeyValuePair.Create(part.Key, (JsonNode?)part.Value))),
                ["required"] = Names(all.Select(part => part.Key)),
                ["propertyOrdering"] = Names(all.Select(part => part.Key)),
            },
        });
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

    private static JsonObject Text(string description) => new() { ["description"] = description, ["type"] = "string" };

    private static JsonArray Names(IEnumerable<string> keys) => new([.. keys.Select(key => (JsonNode?)JsonValue.Create(key))]);
}
