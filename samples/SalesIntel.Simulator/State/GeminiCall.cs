namespace SalesIntel.Simulator;

/// <summary>A call of the simulated language model. Holds no prompt text and no answer text.</summary>
/// <param name="Sequence">From 1.</param>
/// <param name="Model">Model id in the URL.</param>
/// <param name="At">When it was answered.</param>
/// <param name="PromptHash">SHA-256 of the user text, lower-case hex.</param>
/// <param name="PromptCharacters">Length of the user text.</param>
/// <param name="SchemaProperties">Top-level property names of the response schema.</param>
/// <param name="AnswerSet">Name of the curated answer, <c>generic</c>, or <see langword="null"/> when there was no answer.</param>
/// <param name="Outcome"><c>ok</c>, <c>error:STATUS</c>, <c>fault:action</c> or <c>client_aborted</c>.</param>
/// <param name="Status">HTTP status; 0 when the connection was cut.</param>
/// <param name="KeyInUrl">Whether the caller put the key in the URL, where logs would show it.</param>
public sealed record GeminiCall(
    int Sequence,
    string Model,
    DateTimeOffset At,
    string PromptHash,
    int PromptCharacters,
    IReadOnlyList<string> SchemaProperties,
    string? AnswerSet,
    string Outcome,
    int Status,
    bool KeyInUrl);
