using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace SalesIntel.EndToEnd.Tests.Preview;

/// <summary>A model that fills every field of the schema it is given: a text that names the field, the first choice, and as evidence the turn in
/// which a customer speaks about the element, else the one about the budget.</summary>
/// <param name="texts">Texts for fields that need one of their own.</param>
/// <param name="said">Words of the turn that speaks about an element.</param>
internal sealed partial class SchemaFillingChatClient(
    IReadOnlyDictionary<string, string> texts, IReadOnlyDictionary<string, string> said) : IChatClient
{
    private const string Budget = "owns the budget";

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var schema = ((ChatResponseFormatJson)options!.ResponseFormat!).Schema!.Value;
        Match[] turns = [.. Turn().Matches(string.Join('\n', messages.Select(message => message.Text)))
            .Where(match => !match.Groups["speaker"].Value.StartsWith("Dana", StringComparison.Ordinal))];
        var turn = TurnWith(turns, Budget);
        var completion = new JsonObject();
        foreach (var property in schema.GetProperty("properties").EnumerateObject())
        {
            if (property.Name == "claims")
            {
                completion[property.Name] = Claims(property.Value, turns);
                continue;
            }

            completion[property.Name] = Value(property.Name, property.Value, turn);
        }

        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, completion.ToJsonString()))
        {
            FinishReason = ChatFinishReason.Stop,
            ModelId = "fills-every-field",
        });
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("The extraction does not stream.");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static Match? TurnWith(Match[] turns, string words) =>
        Array.Find(turns, match => match.Groups["words"].Value.Contains(words, StringComparison.Ordinal));

    private JsonArray Claims(JsonElement schema, Match[] turns) => new([.. schema.GetProperty("items").GetProperty("properties")
        .GetProperty("element").GetProperty("enum").EnumerateArray().Select(name => Claim(
            name.GetString()!, TurnWith(turns, said.GetValueOrDefault(name.GetString()!, Budget)) ?? TurnWith(turns, Budget)))]);

    private JsonNode Claim(string element, Match? turn) => new JsonObject
    {
        ["element"] = element,
        ["quote"] = turn?.Groups["words"].Value ?? "",
        ["turn"] = turn is null ? null : int.Parse(turn.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture),
        ["claim"] = turn?.Groups["words"].Value ?? Value(element, default, turn)?.GetValue<string>(),
    };

    private JsonNode? Value(string name, JsonElement schema, Match? turn)
    {
        if (texts.TryGetValue(name, out var text))
        {
            return text;
        }

        if (schema.ValueKind == JsonValueKind.Undefined)
        {
            return $"the {name}";
        }

        if (schema.TryGetProperty("anyOf", out var branches))
        {
            return branches[0].GetProperty("enum")[0].GetString();
        }

        return schema.GetProperty("type").EnumerateArray().Any(type => type.GetString() == "array")
            ? new JsonArray(turn?.Groups["words"].Value ?? $"the {name}")
            : $"the {name}";
    }

    [GeneratedRegex(@"^\[(?<number>\d+)\] (?<speaker>[^:\n]+): (?<words>.+)$", RegexOptions.Multiline)]
    private static partial Regex Turn();
}
