using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using SalesIntel.Evaluation.Generating.Text;

namespace SalesIntel.Evaluation.Extractors;

/// <summary>A model that also checks claims. It knows whether the other model's claims are true, and is right so often: what a verification
/// costs and takes away is measured with it, not how well a real model judges.</summary>
/// <param name="inner">The model that makes the claims.</param>
/// <param name="areTrue">Whether its claims are true.</param>
/// <param name="rightPercent">In how many of a hundred verdicts it is right.</param>
/// <param name="random">When it is wrong.</param>
internal sealed class VerifyingModel(IChatClient inner, bool areTrue, int rightPercent, Seeded random) : DelegatingChatClient(inner)
{
    private const string ClaimPrefix = "claim_";

    /// <inheritdoc/>
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (options?.ResponseFormat is not ChatResponseFormatJson { Schema: { } schema }
            || !schema.TryGetProperty("properties", out var properties)
            || !properties.EnumerateObject().All(property => property.Name.StartsWith(ClaimPrefix, StringComparison.Ordinal)))
        {
            return base.GetResponseAsync(messages, options, cancellationToken);
        }

        var answer = new JsonObject(properties.EnumerateObject().Select(property => KeyValuePair.Create(
            property.Name, (JsonNode?)JsonValue.Create(random.Chance(rightPercent) == areTrue ? "supported" : "not_stated")))).ToJsonString();
        var asked = messages.Sum(message => message.Text.Length) + schema.GetRawText().Length;
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer))
        {
            FinishReason = ChatFinishReason.Stop,
            ModelId = "scripted",
            Usage = new UsageDetails { InputTokenCount = asked / 4, OutputTokenCount = answer.Length / 4 },
        });
    }
}
