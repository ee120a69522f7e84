using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>Small readers and writers of wire values.</summary>
internal static class Wire
{
    /// <summary>Leaves +, quotes and letters of other scripts unescaped, as the real services do.</summary>
    public static JsonSerializerOptions Readable { get; } = new(SimulatorJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The context for the simulator's own answers.</summary>
    public static SimulatorJson Context { get; } = new(new JsonSerializerOptions(Readable));

    /// <summary>Zoho's time format: no fraction, always an offset.</summary>
    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The id in a lookup, which is written as <c>{"id":"…"}</c> or as a bare string.</summary>
    public static string? IdOf(JsonNode? node) => node switch
    {
        JsonObject lookup => Text(lookup["id"]),
        _ => Text(node),
    };

    public static string? Text(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;
}
