using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace SalesIntel.Consumer.Parts;

/// <summary>Another provider's model: it claims what it is told of the fields that it is asked for, and knows nothing else.</summary>
internal sealed class OwnModel(params (string Field, string Claim, string Quote, int? Turn)[] claims) : IChatClient
{
    public List<string> Asked { get; } = [];

    /// <summary>What it was sent last: the messages and the schema.</summary>
    public string Prompt { get; private set; } = "";

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var properties = ((ChatResponseFormatJson)options!.ResponseFormat!).Schema!.Value.GetProperty("properties");
        string[] asked =
        [
            .. properties.GetProperty("claims").GetProperty("items").GetProperty("properties").GetProperty("element").GetProperty("enum")
                .EnumerateArray().Select(name => name.GetString()!),
        ];
        lock (Asked)
        {
            Asked.AddRange(asked);
            Prompt = $"{string.Join('\n', messages.Select(message => message.Text))}\n{properties.GetRawText()}";
        }

        var completion = new JsonObject(properties.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, (JsonNode?)null)))
        {
            ["claims"] = new JsonArray([.. claims.Where(claim => asked.Contains(claim.Field)).Select(claim => new JsonObject
            {
                ["element"] = claim.Field, ["quote"] = claim.Quote, ["turn"] = claim.Turn, ["claim"] = claim.Claim,
            })]),
        };
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, completion.ToJsonString())) { ModelId = "own-model-1" });
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Not used.");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
