using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace OtherModel;

/// <summary>A client for <c>POST /v1/chat/completions</c>.</summary>
internal sealed class CompletionsClient(HttpClient http, IConfiguration configuration) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        // The schema is what SalesIntel asks for; a model that can't be held to one may leave it out: answers are read leniently.
        var schema = (options?.ResponseFormat as ChatResponseFormatJson)?.Schema;
        var request = new JsonObject
        {
            ["model"] = configuration["MODEL_NAME"],
            ["messages"] = new JsonArray([.. messages.Select(message =>
                new JsonObject { ["role"] = message.Role.Value, ["content"] = message.Text })]),
            ["response_format"] = schema is not { } json ? null : new JsonObject
            {
                ["type"] = "json_schema",
                ["json_schema"] = new JsonObject { ["name"] = "completion", ["schema"] = JsonNode.Parse(json.GetRawText()) },
            },
        };
        using var response = await http.PostAsJsonAsync("v1/chat/completions", request, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, (string?)answer?["choices"]?[0]?["message"]?["content"]))
        {
            ModelId = (string?)answer?["model"],
        };
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("SalesIntel does not stream.");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
