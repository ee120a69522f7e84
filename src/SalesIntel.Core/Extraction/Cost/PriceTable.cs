namespace SalesIntel.Extraction;

/// <summary>Prices by model: those that were configured, else those of the table that comes with the assembly.</summary>
internal static class PriceTable
{
    private const string Prefix = "models/";

    private static readonly FrozenDictionary<string, (DateOnly From, ModelPrice Price)[]> Dated = DataFile
        .Sections("Extraction.Cost.Data.prices.txt")["usd"].Select(Read).GroupBy(line => line.Model, line => (line.From, line.Price), StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);

    /// <summary>A model's price on a day; null when none is known.</summary>
    /// <param name="model">The model's own word for itself, with a version behind it or not.</param>
    /// <param name="day">The day in UTC.</param>
    /// <param name="configured">Prices that replace those of the table.</param>
    public static ModelPrice? Find(string model, DateOnly day, IReadOnlyDictionary<string, ModelPrice> configured)
    {
        var id = model.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? model[Prefix.Length..] : model;
        return Known(configured.Keys, id) is { } own ? configured[own]
            : Known(Dated.Keys, id) is not { } known ? null
            : Array.FindLast(Dated[known], line => line.From <= day).Price;
    }

    // gemini-3.5-flash-lite-001 is gemini-3.5-flash-lite; gemini-3.5-flash-lite-preview may be another one.
    private static string? Known(IEnumerable<string> names, string id) => names
        .Where(name => id.StartsWith(name, StringComparison.OrdinalIgnoreCase)
            && (id.Length == name.Length
                || (id[name.Length] is '-' or '@' && id.AsSpan(name.Length + 1).IndexOfAnyExceptInRange('0', '9') < 0)))
        .MaxBy(name => name.Length);

    private static (string Model, DateOnly From, ModelPrice Price) Read(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var model, var from, var input, var output, .. var cached] => (
                model,
                DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                new ModelPrice(Number(input), Number(output), cached is [var price] ? Number(price) : null)),
            _ => throw new FormatException($"The price '{line}' is not 'model date input output [cached]'."),
        };

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
