namespace SalesIntel.Extraction;

/// <summary>The result of one extraction: the value, and how it came about.</summary>
/// <typeparam name="T">What was extracted.</typeparam>
public sealed record Extraction<T>
    where T : class
{
    /// <summary>What was extracted, validated; unknown parts are empty.</summary>
    public required T Value { get; init; }

    /// <summary><c>model</c> or <c>rules</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The model that answered (its own word), or the version of the rules.</summary>
    public string Model { get; init; } = "";

    /// <summary>Version of prompt and schema.</summary>
    public string PromptVersion { get; init; } = "";

    /// <summary>Calls made to the model, the repair included; 0 for rules.</summary>
    public int Calls { get; init; }

    /// <summary>Tokens read by the model over all calls.</summary>
    public long InputTokens { get; init; }

    /// <summary>Tokens written by the model over all calls, thinking included.</summary>
    public long OutputTokens { get; init; }

    /// <summary>What was dropped or could not be confirmed, by field name; never the field's value.</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];
}
