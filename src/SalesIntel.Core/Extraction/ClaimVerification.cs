namespace SalesIntel.Extraction;

/// <summary>What a second look at claims found, and what it cost; apart from the extraction itself.</summary>
public sealed record ClaimVerification
{
    /// <summary>Claims that were to be checked: proven ones about buyer, metrics, competition and process.</summary>
    public int Claims { get; init; }

    /// <summary>Claims that the words around their quotes contradict.</summary>
    public int Contradicted { get; init; }

    /// <summary>Claims that the words around their quotes do not state.</summary>
    public int NotStated { get; init; }

    /// <summary>Claims without a verdict: they stay as they were.</summary>
    public int Unchecked { get; init; }

    /// <summary>Why nothing was checked, a code such as <c>model/daily_budget</c>; empty when it was.</summary>
    public string Failure { get; init; } = "";

    /// <summary>The model that checked, its own word.</summary>
    public string Model { get; init; } = "";

    /// <summary>Version of the prompt.</summary>
    public string PromptVersion { get; init; } = "";

    /// <summary>Calls made to the model.</summary>
    public int Calls { get; init; }

    /// <summary>Tokens read by the model.</summary>
    public long InputTokens { get; init; }

    /// <summary>Tokens written by the model, thinking included.</summary>
    public long OutputTokens { get; init; }

    /// <summary>What the calls cost, in USD; null when the price is not known.</summary>
    public decimal? Cost { get; init; }
}
