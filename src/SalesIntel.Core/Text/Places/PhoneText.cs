using PhoneNumbers;

namespace SalesIntel.Text;

/// <summary>Telephone numbers as people type them. What a country dials is libphonenumber's to know.</summary>
internal static partial class PhoneText
{
    // E.164: at most fifteen digits; no country has numbers of fewer than five with its code.
    private const int FewestDigits = 6;
    private const int MostDigits = 15;

    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>True for a text that is one number and nothing else, whatever stands between its digits.</summary>
    public static bool IsNumber(string text) => Shape().IsMatch(text) && text.Count(char.IsAsciiDigit) is >= FewestDigits and <= MostDigits;

    /// <summary>A number that states its country as E.164 writes it, e.g. <c>+33612345678</c>, and one that is valid in the country that its owner
    /// has stated; every other one as it was typed, because without a country nobody knows which number it is.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="country">The country that its owner has stated, by a name or code; empty when there is none.</param>
    public static string Normalize(string text, string country = "")
    {
        // As a link has it, tel:+33612345678.
        var typed = Label().Replace(text.Trim(), "");
        var states = typed.StartsWith('+');
        var region = states ? "" : CountryNames.CodeOf(country);
        if (!IsNumber(typed) || (!states && region.Length == 0))
        {
            return typed;
        }

        try
        {
            var number = Numbers.Parse(typed, states ? null : region);
            return (states ? Numbers.IsPossibleNumber(number) : Numbers.IsValidNumber(number)) ? Numbers.Format(number, PhoneNumberFormat.E164) : typed;
        }
        catch (NumberParseException)
        {
            // No country has such a number, and whoever calls it will see what was typed.
            return typed;
        }
    }

    [GeneratedRegex(@"^tel\.?:?\s*(?=[+\d(])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^\s*(?:tel\.?:?\s*)?\+?[\d\s().\-–/\u00A0]+\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Shape();
}
