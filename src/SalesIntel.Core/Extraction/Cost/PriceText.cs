using System.Diagnostics.CodeAnalysis;

namespace SalesIntel.Extraction;

/// <summary>A model's price as one writes it: <c>model=input/output</c> or <c>model=input/output/cached input</c>.</summary>
internal static class PriceText
{
    private const decimal Most = 1_000_000;
    private const int LongestModel = 100;

    public static bool TryRead(string text, out string model, [NotNullWhen(true)] out ModelPrice? price)
    {
        (model, price) = ("", null);
        if (text.Split('=') is not [var name, var amounts] || !IsModel(name.Trim()))
        {
            return false;
        }

        model = name.Trim();
        price = amounts.Split('/') switch
        {
            [var input, var output] when Read(input) is { } first && Read(output) is { } second => new ModelPrice(first, second),
            [var input, var output, var cached] when Read(input) is { } first && Read(output) is { } second && Read(cached) is { } third =>
                new ModelPrice(first, second, third),
            _ => null,
        };
        return price is not null;
    }

    /// <summary>Writes a price.</summary>
    public static string Write(string model, ModelPrice price) => string.Create(
        CultureInfo.InvariantCulture,
        $"{model}={price?.Input}/{price?.Output}{(price?.CachedInput is { } cached ? $"/{cached.ToString(CultureInfo.InvariantCulture)}" : "")}");

    private static bool IsModel(string name) =>
        name.Length is > 0 and <= LongestModel && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    private static decimal? Read(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount <= Most
            ? amount
            : null;
}
