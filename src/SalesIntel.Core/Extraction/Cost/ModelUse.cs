namespace SalesIntel.Extraction;

/// <summary>What calls to a model used.</summary>
/// <param name="Calls">How many there were.</param>
/// <param name="InputTokens">Tokens read.</param>
/// <param name="OutputTokens">Tokens written, thinking included.</param>
/// <param name="Cost">In USD; null when a price is not known.</param>
internal sealed record ModelUse(int Calls, long InputTokens, long OutputTokens, decimal? Cost)
{
    /// <summary>Nothing was used.</summary>
    public static ModelUse None { get; } = new(0, 0, 0, 0);

    /// <summary>Both together; a price that is not known of a part is not known of the whole.</summary>
    public static ModelUse operator +(ModelUse one, ModelUse other) => new(
        one.Calls + other.Calls, one.InputTokens + other.InputTokens, one.OutputTokens + other.OutputTokens, one.Cost + other.Cost);

    /// <summary>What one has used since it had used another.</summary>
    public static ModelUse operator -(ModelUse one, ModelUse before) => new(
        one.Calls - before.Calls, one.InputTokens - before.InputTokens, one.OutputTokens - before.OutputTokens, one.Cost - before.Cost);
}
