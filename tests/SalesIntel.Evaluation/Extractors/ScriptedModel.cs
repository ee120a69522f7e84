using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace SalesIntel.Evaluation.Extractors;

/// <summary>A model that says what it was told to say, in the schema in which it is asked: a list of claims, with everything else
/// null.</summary>
/// <param name="claims">What it says of elements and fields that are asked for as claims.</param>
/// <param name="fields">What it says of fields that are asked for beside them, e.g. advice.</param>
internal sealed class ScriptedModel(IReadOnlyList<SaidClaim> claims, IReadOnlyDictionary<string, string> fields) : IChatClient
{
    private const string Claims = "claims";

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var text = messages.Sum(message => message.Text.Length);
        var answer = Answer(options).ToJsonString();
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer))
        {
            FinishReason = ChatFinishReason.Stop,
            ModelId = "scripted",
            Usage = new UsageDetails { InputTokenCount = text / 4, OutputTokenCount = answer.Length / 4 },
        });
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("The evaluation reads whole completions.");

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private JsonObject Answer(ChatOptions? options)
    {
        if (options?.ResponseFormat is not ChatResponseFormatJson { Schema: { } schema }
            || !schema.TryGetProperty("properties", out var properties))
        {
            throw new InvalidOperationException("The extractor asks for no JSON schema: the scripted model answers nothing else.");
        }

        var answer = new JsonObject();
        foreach (var property in properties.EnumerateObject())
        {
            answer[property.Name] = property.Name == Claims ? List(property.Value)
                : fields.TryGetValue(property.Name, out var text) ? Flat(property.Value, text)
                : null;
        }

        return answer;
    }

    // Of each claim the members that are asked for, in their order.
    private JsonArray List(JsonElement property)
    {
        var item = property.GetProperty("items").GetProperty("properties");
        HashSet<string> known = [.. item.GetProperty("element").GetProperty("enum").EnumerateArray().Select(name => name.GetString()!)];
        return new JsonArray(
        [
            .. claims.Where(claim => known.Contains(claim.Name)).Select(claim => (JsonNode)new JsonObject(
                item.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Name switch
                {
                    "element" => JsonValue.Create(claim.Name),
                    "quote" => JsonValue.Create(claim.Quote),
                    "turn" => JsonValue.Create(claim.Turn),
                    "question" => JsonValue.Create(claim.Question),
                    "claim" => (JsonNode?)JsonValue.Create(claim.Text),
                    _ => null,
                })))),
        ]);
    }

    private static JsonNode Flat(JsonElement property, string text) =>
        property.TryGetProperty("items", out _) ? new JsonArray(JsonValue.Create(text)) : JsonValue.Create(text);
}
