using SalesIntel.Extraction;

namespace SalesIntel.Engine;

/// <summary>What an extraction cost and how it went; kept in the ledger, without content.</summary>
internal sealed record ExtractionReceipt
{
    public required string Source { get; init; }

    public string Model { get; init; } = "";

    public string PromptVersion { get; init; } = "";

    public int Calls { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    public IReadOnlyList<string> Issues { get; init; } = [];

    public static ExtractionReceipt Of<T>(Extraction<T> extraction)
        where T : class => new()
        {
            Source = extraction.Source,
            Model = extraction.Model,
            PromptVersion = extraction.PromptVersion,
            Calls = extraction.Calls,
            InputTokens = extraction.InputTokens,
            OutputTokens = extraction.OutputTokens,
            Issues = extraction.Issues,
        };
}
