namespace SalesIntel.Zoho.Client;

/// <summary>Reads the JSON object of an answer so that every text of it can be used: Zoho returns what people and programs have put into
/// records, whatever it was.</summary>
internal static partial class AnswerReader
{
    /// <summary>The object; null when the bytes are none: empty, a page of a gateway, cut off. The status decides then.</summary>
    public static JsonElement? Read(ReadOnlyMemory<byte> bytes) =>
        WireJson.TryParse(bytes, out var answer) && answer.ValueKind == JsonValueKind.Object ? WithIdsAsText(answer) : null;

    // An id of 19 digits is no number to JSON readers that use a double, and none to a record type whose id is text.
    private static JsonElement WithIdsAsText(JsonElement answer)
    {
        if (!NumericId().IsMatch(answer.GetRawText()))
        {
            return answer;
        }

        var node = JsonObject.Create(answer)!;
        Rewrite(node);
        return JsonElement.Parse(node.ToJsonString());
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
