using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Engine;

/// <summary>What an extraction cost and how it went; kept in the ledger, without content.</summary>
internal sealed record ExtractionReceipt
{
    /// <summary>The source of what rules read.</summary>
    public const string RulesSource = "rules";

    public required string Source { get; init; }

    public string Model { get; init; } = "";

    public string PromptVersion { get; init; } = "";

    public int Calls { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    /// <summary>In USD; null where no price is known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The share of a transcript's turns that were read.</summary>
    public double Coverage { get; init; } = 1;

    public IReadOnlyList<string> Issues { get; init; } = [];

    public static ExtractionReceipt Of(LeadDocument document, ExtractionResult result) => new()
    {
        Source = result.ReadBy switch
        {
            ExtractionMethod.Model => "model",
            ExtractionMethod.Rules => RulesSource,
            _ => "unread",
        },
        Model = result.Model,
        PromptVersion = result.PromptVersion,
        Calls = result.Calls,
        InputTokens = result.InputTokens,
        OutputTokens = result.OutputTokens,
        Cost = result.Cost,
        Coverage = result.Coverage,
        Issues = document is MeetingDocument { Meeting.Issues: var unread } ? [.. unread, .. result.Issues] : result.Issues,
    };
}
