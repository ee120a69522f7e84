using System.Text.Json.Serialization;

namespace SalesIntel.Simulator;

/// <summary>What goes wrong.</summary>
public enum FaultAction
{
    /// <summary>Answer with <see cref="SimulatorFault.Status"/> (503 when not given), nothing is carried out.</summary>
    [JsonStringEnumMemberName("status")] Status,

    /// <summary>Wait <see cref="SimulatorFault.DelayMs"/> before carrying the request out. Adds to other faults.</summary>
    [JsonStringEnumMemberName("delay")] Delay,

    /// <summary>Cut the connection, nothing is carried out.</summary>
    [JsonStringEnumMemberName("drop")] Drop,

    /// <summary>Carry the request out, then cut the connection instead of answering.</summary>
    [JsonStringEnumMemberName("drop_after_commit")] DropAfterCommit,

    /// <summary>Zoho: carry the write out, and leave the last record's result out of the answer.</summary>
    [JsonStringEnumMemberName("short_data")] ShortData,

    /// <summary>Carry the request out, then never answer.</summary>
    [JsonStringEnumMemberName("hang_after_commit")] HangAfterCommit,

    /// <summary>Answer <see cref="SimulatorFault.Body"/> with <see cref="SimulatorFault.Status"/> (200 when not given).</summary>
    [JsonStringEnumMemberName("body")] Body,

    /// <summary>Never answer; ends when the caller gives up or the simulator stops.</summary>
    [JsonStringEnumMemberName("hang")] Hang,

    /// <summary>429 in the service's own shape.</summary>
    [JsonStringEnumMemberName("rate_limit")] RateLimit,

    /// <summary>503 in the service's own shape.</summary>
    [JsonStringEnumMemberName("unavailable")] Unavailable,

    /// <summary>Zoho: 401 <c>INVALID_TOKEN</c>. OAuth: 200 with <c>invalid_code</c>. Gemini: 400 <c>API_KEY_INVALID</c>.</summary>
    [JsonStringEnumMemberName("invalid_token")] InvalidToken,

    /// <summary>Gemini: 429 whose quota id is per day. Zoho: 429 with no credits remaining.</summary>
    [JsonStringEnumMemberName("daily_quota")] DailyQuota,

    /// <summary>Gemini: the JSON stands in a json fence with prose around it.</summary>
    [JsonStringEnumMemberName("fenced")] Fenced,

    /// <summary>Gemini: the JSON stands between sentences, without a fence.</summary>
    [JsonStringEnumMemberName("prose")] Prose,

    /// <summary>Gemini: trailing commas, and the last closers are missing.</summary>
    [JsonStringEnumMemberName("broken")] Broken,

    /// <summary>Gemini: the text is cut in the middle, finish reason <c>MAX_TOKENS</c>.</summary>
    [JsonStringEnumMemberName("truncated")] Truncated,

    /// <summary>Gemini: no candidates, <c>promptFeedback.blockReason</c> is set.</summary>
    [JsonStringEnumMemberName("blocked")] Blocked,

    /// <summary>Gemini: no text at all, finish reason <c>MAX_TOKENS</c>, all tokens went into thoughts.</summary>
    [JsonStringEnumMemberName("max_tokens")] MaxTokens,

    /// <summary>Gemini: a candidate with finish reason <c>STOP</c> and no parts.</summary>
    [JsonStringEnumMemberName("empty")] Empty,

    /// <summary>Gemini: JSON that parses and is not true to the schema (wrong types, a field missing, an unknown enum value).</summary>
    [JsonStringEnumMemberName("invalid_schema")] InvalidSchema,

    /// <summary>Gemini: <see cref="SimulatorFault.Body"/> is the answer's text.</summary>
    [JsonStringEnumMemberName("text")] Text,
}
