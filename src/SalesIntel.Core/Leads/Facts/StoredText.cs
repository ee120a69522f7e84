namespace SalesIntel.Leads;

/// <summary>Reads the texts of values that were stored with a remark about their origin behind them.</summary>
internal static partial class StoredText
{
    /// <summary>The value without the remark, which becomes its origin.</summary>
    public static FieldValue Read(string? text)
    {
        var match = Remark().Match(text ?? "");
        return match.Success
            ? FieldValue.Of(match.Groups["value"].Value, match.Groups["origin"].Value is { Length: > 0 } origin ? origin : "other facts")
            : FieldValue.Of(text);
    }

    [GeneratedRegex(@"\A(?<value>.*\S)\s*\(inferred(?: from (?<origin>[^()]*))?\)\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.RightToLeft)]
    private static partial Regex Remark();
}
