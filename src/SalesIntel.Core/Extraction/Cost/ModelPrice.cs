namespace SalesIntel.Extraction;

/// <summary>What a model costs, in USD for a million tokens.</summary>
/// <param name="Input">Tokens that it reads.</param>
/// <param name="Output">Tokens that it writes, thinking included.</param>
/// <param name="CachedInput">Tokens that it reads from its provider's cache; null = as the others.</param>
public sealed record ModelPrice(decimal Input, decimal Output, decimal? CachedInput = null)
{
    private const decimal Million = 1_000_000;

    /// <summary>The price of a call.</summary>
    /// <param name="inputTokens">Tokens read, cached ones included.</param>
    /// <param name="outputTokens">Tokens written.</param>
    /// <param name="cachedTokens">Tokens read from the cache.</param>
    internal decimal Of(long inputTokens, long outputTokens, long cachedTokens)
    {
        var cached = Math.Clamp(cachedTokens, 0, inputTokens);
        return (((inputTokens - cached) * Input) + (cached * (CachedInput ?? Input)) + (outputTokens * Output)) / Million;
    }
}
