using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using SalesIntel.Text;

namespace SalesIntel.Zoho.Client;

/// <summary>Reads the JSON object of an answer so that every text of it can be used: Zoho returns what people and programs have put into
/// records, whatever it was.</summary>
internal static partial class AnswerReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    /// <summary>The object; null when the bytes are none: empty, a page of a gateway, cut off.</summary>
    public static JsonElement? Read(ReadOnlyMemory<byte> bytes)
    {
        var body = bytes.Span.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
        if (body.IsEmpty)
        {
            return null;
        }

        if (!Utf8.IsValid(body.Span))
        {
            // Wrong bytes become the character that stands for them; the rest of the answer is as good as ever.
            body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.Span));
        }

        try
        {
            using var document = JsonDocument.Parse(JsonBody.RepairSurrogates(body));
            return document.RootElement.ValueKind == JsonValueKind.Object ? WithIdsAsText(document.RootElement.Clone()) : null;
        }
        catch (JsonException)
        {
            // A page of a gateway: the status decides.
            return null;
        }
    }

    // An id of 19 digits is no number to JSON readers that use a double, and none to a record type whose id is text.
    private static JsonElement WithIdsAsText(JsonElement answer)
    {
        if (!NumericId().IsMatch(answer.GetRawText()))
        {
            return answer;
        }

        var node = JsonObject.Create(answer)!;
        Rewrite(node);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            node.WriteTo(writer);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static void Rewrite(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list)
                {
                    Rewrite(item);
                }

                break;
            case JsonObject record:
                if (record["id"] is JsonValue id && id.GetValueKind() == JsonValueKind.Number)
                {
                    record["id"] = id.ToJsonString();
                }

                foreach (var (_, value) in record)
                {
                    Rewrite(value);
                }

                break;
        }
    }

    [GeneratedRegex("""\"id\"\s*:\s*[0-9]""", RegexOptions.CultureInvariant)]
    private static partial Regex NumericId();
}
