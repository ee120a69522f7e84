namespace SalesIntel.Evaluation.Generating.Text;

/// <summary>Names as they stand in addresses.</summary>
internal static class PlainLetters
{
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿıłš";
    private const string Plain = "aaaaaaceeeeiiiinoooooouuuuyyils";

    /// <summary>Lower-case letters without accents, and digits; everything else is left out.</summary>
    public static string Of(string name) => string.Concat(name.ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal)
        .Select(c => Accented.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : c).Where(char.IsAsciiLetterOrDigit));
}
