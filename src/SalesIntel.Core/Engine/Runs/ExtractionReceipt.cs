using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

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

    /// <summary>What a second look at claims found and cost, which is not in the numbers above; null when there was none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ClaimVerification? Verification { get; init; }

    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>The receipt of an event's extraction; null when it has none.</summary>
    public static ExtractionReceipt? Read(LedgerEntry? entry) =>
        entry is { Detail.Length: > 0 } && WireJson.TryParse(entry.Detail, out var detail)
            ? detail.As(ProcessingJsonContext.Default.ExtractionReceipt)
            : null;

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
        Verification = result.Verification,
        Issues = document is MeetingDocument { Meeting.Issues: var unread }
            ? [.. unread.Select(issue => issue.Text), .. result.Issues]
            : result.Issues,
    };
}
