using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace SalesIntel.Consumer.Parts;

/// <summary>Another provider's model: it answers every field of the schema with what it is told, or with null.</summary>
internal sealed class OwnModel(params (string Field, string Value)[] answers) : IChatClient
{
    public List<string> Asked { get; } = [];

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var schema = ((ChatResponseFormatJson)options!.ResponseFormat!).Schema!.Value;
        var completion = new JsonObject();
        foreach (var property in schema.GetProperty("properties").EnumerateObject())
        {
            lock (Asked)
            {
                Asked.Add(property.Name);
            }

            completion[property.Name] = answers.FirstOrDefault(answer => answer.Field == property.Name).Value;
        }

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
