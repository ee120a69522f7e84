using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>The result of one extraction: the values, and how they came about.</summary>
public sealed record ExtractionResult
{
    /// <summary>What was read, by field.</summary>
    public required LeadValues Values { get; init; }

    /// <summary>Who read it.</summary>
    public required ExtractionMethod ReadBy { get; init; }

    /// <summary>The model that answered (its own word), or the version of the rules.</summary>
    public string Model { get; init; } = "";

    /// <summary>Version of prompt and schema; another one for each catalogue.</summary>
    public string PromptVersion { get; init; } = "";

    /// <summary>Calls made to the model, the repair included; 0 for rules.</summary>
    public int Calls { get; init; }

    /// <summary>Tokens read by the model over all calls.</summary>
    public long InputTokens { get; init; }

    /// <summary>Tokens written by the model over all calls, thinking included.</summary>
    public long OutputTokens { get; init; }

    /// <summary>What all calls cost, in USD; null when the price of a model that answered is not known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The share of a transcript's turns that were read, from 0 to 1. Less than 1 only for one that is too long for twenty calls.
    /// </summary>
    public double Coverage { get; init; } = 1;

    /// <summary>Why nothing that is said in a meeting was taken for the customer's words; null = something could be. <see cref="Issues"/> say
    /// what to do about it.</summary>
    public UnreadReason? Unread { get; init; }

    /// <summary>What a second look at claims found (<see cref="ExtractionOptions.VerifyClaims"/>), with its own calls and tokens; null when
    /// none was made.</summary>
    public ClaimVerification? Verification { get; init; }

    /// <summary>What was dropped or could not be confirmed, by field name; never the field's value.</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];
}
