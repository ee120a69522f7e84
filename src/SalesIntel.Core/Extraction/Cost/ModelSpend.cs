namespace SalesIntel.Extraction;

/// <summary>What is reserved or used of a day.</summary>
/// <param name="Tokens">Tokens read and written.</param>
/// <param name="Money">USD; 0 where no price is known.</param>
internal readonly record struct ModelSpend(long Tokens, decimal Money)
{
    public static ModelSpend operator +(ModelSpend one, ModelSpend other) => new(one.Tokens + other.Tokens, one.Money + other.Money);

    public static ModelSpend operator -(ModelSpend one, ModelSpend other) => new(one.Tokens - other.Tokens, one.Money - other.Money);
}
