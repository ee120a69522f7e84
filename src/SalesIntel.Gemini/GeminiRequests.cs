using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using SalesIntel.Gemini.Wire;

namespace SalesIntel.Gemini;

/// <summary>From chat messages to the wire.</summary>
internal static class GeminiRequests
{
    private const string Json = "application/json";

    // Who asks often asks with the same object.
    private static readonly ConditionalWeakTable<ChatResponseFormatJson, StrongBox<JsonElement?>> Schemas = [];

    /// <summary>The body of a call.</summary>
    /// <exception cref="NotSupportedException">A message holds something other than text, or tools are asked for.</exception>
    public static GenerateContentRequest From(IEnumerable<ChatMessage> messages, ChatOptions? chat, GeminiOptions options)
    {
        if (chat?.Tools is { Count: > 0 })
        {
            throw new NotSupportedException("This client extracts text: it has no tools.");
        }

        var system = new List<WirePart>();
        var contents = new List<WireContent>();
        if (chat?.Instructions is { Length: > 0 } instructions)
        {
            system.Add(new WirePart { Text = instructions });
        }

        foreach (var message in messages)
        {
            if (message.Role == ChatRole.System)
            {
                system.AddRange(Parts(message));
            }
            else if (message.Role == ChatRole.User || message.Role == ChatRole.Assistant)
            {
                contents.Add(new WireContent
                {
                    Role = message.Role == ChatRole.User ? "user" : "model",
                    Parts = [.. Parts(message)],
                });
            }
            else
            {
                throw new NotSupportedException($"Messages of the role '{message.Role}' can't be sent.");
            }
        }

        return new GenerateContentRequest
        {
            SystemInstruction = system.Count > 0 ? new WireContent { Parts = system } : null,
            Contents = contents,
            GenerationConfig = Config(chat, options),
        };
    }

    private static GenerationConfig Config(ChatOptions? chat, GeminiOptions options)
    {
        var format = chat?.ResponseFormat as ChatResponseFormatJson;
        return new GenerationConfig
        {
            ResponseMimeType = format is null ? null : Json,
            ResponseJsonSchema = format is null ? null : Schemas.GetValue(
                format, static asked => new(asked.Schema is { } schema ? GeminiSchema.Of(schema) : null)).Value,
            MaxOutputTokens = chat?.MaxOutputTokens ?? options.MaxOutputTokens,
            Temperature = chat?.Temperature,
            TopP = chat?.TopP,
            TopK = chat?.TopK,
            Seed = chat?.Seed,
            StopSequences = chat?.StopSequences is { Count: > 0 } stops ? [.. stops] : null,
            ThinkingConfig = options.ThinkingLevel.Length > 0 ? new ThinkingConfig { ThinkingLevel = options.ThinkingLevel } : null,
        };
    }

    private static IEnumerable<WirePart> Parts(ChatMessage message) => message.Contents.Select(content => content is TextContent text
        ? new WirePart { Text = text.Text }
        : throw new NotSupportedException($"Content of the kind {content.GetType().Name} can't be sent."));
}
