using Microsoft.Extensions.AI;
using SalesIntel.Gemini.Wire;

namespace SalesIntel.Gemini;

/// <summary>From the wire to a chat response. The order: refused prompt, finish reason, text.</summary>
internal static class GeminiResponses
{
    /// <summary>What ended an answer that has neither candidates nor a reason.</summary>
    public const string NoCandidates = "NO_CANDIDATES";

    private static readonly string[] Blocked = ["SAFETY", "PROHIBITED_CONTENT", "SPII", "BLOCKLIST"];

    /// <summary>The chat response, or null when the finish reason is one that a second try may change.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="reason">The finish or block reason as received; a constant of ours when there is none.</param>
    public static ChatResponse? From(GenerateContentResponse response, out string reason)
    {
        var candidate = response.Candidates?.FirstOrDefault();
        if (candidate is null)
        {
            reason = GeminiErrors.Name(response.PromptFeedback?.BlockReason) ?? NoCandidates;
            return response.PromptFeedback?.BlockReason is null ? null : Refused(response, "blockReason", reason);
        }

        reason = GeminiErrors.Name(candidate.FinishReason) ?? "FINISH_REASON_UNSPECIFIED";
        if (Blocked.Contains(reason))
        {
            return Refused(response, "finishReason", reason);
        }

        return reason switch
        {
            "STOP" => Build(response, Text(candidate), ChatFinishReason.Stop),
            "MAX_TOKENS" or "CONTINUATION" => Build(response, Text(candidate), ChatFinishReason.Length),
            _ => null,
        };
    }

    /// <summary>Tokens of a call; thinking is part of the output, as it is billed.</summary>
    public static UsageDetails Usage(UsageMetadata? usage) => new()
    {
        InputTokenCount = usage?.PromptTokenCount,
        CachedInputTokenCount = usage?.CachedContentTokenCount,
        OutputTokenCount = usage is null ? null : (usage.CandidatesTokenCount ?? 0) + (usage.ThoughtsTokenCount ?? 0),
        ReasoningTokenCount = usage?.ThoughtsTokenCount,
        TotalTokenCount = usage?.TotalTokenCount,
    };

    private static ChatResponse Refused(GenerateContentResponse response, string key, string reason)
    {
        var refused = Build(response, "", ChatFinishReason.ContentFilter);
        refused.AdditionalProperties = new AdditionalPropertiesDictionary { [key] = reason };
        return refused;
    }

    private static ChatResponse Build(GenerateContentResponse response, string text, ChatFinishReason finish) =>
        new(new ChatMessage(ChatRole.Assistant, text))
        {
            FinishReason = finish,
            ModelId = SafeId.Model(response.ModelVersion) is { Length: > 0 } model ? model : null,
            ResponseId = SafeId.Revision(response.ResponseId ?? ""),
        };

    private static string Text(Candidate candidate) => string.Concat(
        (candidate.Content?.Parts ?? []).Where(part => part.Thought != true).Select(part => part.Text));
}
