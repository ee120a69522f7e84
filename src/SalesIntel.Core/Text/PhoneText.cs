using System.Text;
using System.Text.RegularExpressions;

namespace SalesIntel.Text;

/// <summary>Telephone numbers as people type them.</summary>
internal static partial class PhoneText
{
    // E.164: at most fifteen digits; no country has numbers of fewer than five with its code.
    private const int FewestDigits = 6;
    private const int MostDigits = 15;

    /// <summary>True for a text that is one number and nothing else, whatever stands between its digits.</summary>
    public static bool IsNumber(string text) => Shape().IsMatch(text) && text.Count(char.IsAsciiDigit) is >= FewestDigits and <= MostDigits;

    /// <summary>A number that states its country, as E.164 writes it, e.g. <c>+33612345678</c>; every other one as it was typed, because
    /// without a country nobody knows which number it is.</summary>
    public static string Normalize(string text)
    {
        var typed = text.Trim();
        if (!typed.StartsWith('+') || !IsNumber(typed))
        {
            return typed;
        }

        // "+44 (0)20": the zero is dialled within the country only.
        var digits = new StringBuilder(typed.Length).Append('+');
        foreach (var c in TrunkZero().Replace(typed, " "))
        {
            if (char.IsAsciiDigit(c))
            {
                digits.Append(c);
            }
        }

        return digits.ToString();
    }

    [GeneratedRegex(@"^\s*(?:tel\.?:?\s*)?\+?[\d\s().\-–/\u00A0]+\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Shape();

    [GeneratedRegex(@"\(0\)", RegexOptions.CultureInvariant)]
    private static partial Regex TrunkZero();
}
