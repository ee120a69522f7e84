using PhoneNumbers;

namespace SalesIntel.Text;

/// <summary>Telephone numbers as people type them. What a country dials is libphonenumber's to know.</summary>
internal static partial class PhoneText
{
    // E.164: at most fifteen digits; no country has numbers of fewer than five with its code.
    private const int FewestDigits = 6;
    private const int MostDigits = 15;

    // Of a number that stands by itself: one within a town or a company.
    private const int FewestDigitsAlone = 4;

    private const string Extension =
        @"[\s,;(]*(?:(?:ext(?:ension|n)?|x|poste|durchwahl|dw|ramal|anexo|interno|int|toestel|anknytning|linje|wew|dahili)[\s.:=]*|#\s?|,,)"
        + @"(?<digits>\d{1,6})\b\)?";

    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>True for a text that is one number and nothing else, whatever stands between its digits.</summary>
    public static bool IsNumber(string text) =>
        Shape().IsMatch(text) && Plain(text).Count(char.IsAsciiDigit) is >= FewestDigits and <= MostDigits;

    /// <summary>The number that a text holds, as it was typed and with its extension, e.g. <c>+1 202 555 0162 x12</c> of
    /// <c>WhatsApp: +1 202 555 0162 x12, after 6 pm</c>; of several the first, and empty when there is none.</summary>
    public static string Find(string text)
    {
        var plain = Plain(text);
        return Number().Matches(plain).FirstOrDefault(match => IsNumber(match.Groups["number"].Value))?.Value.Trim()
            ?? (Shape().IsMatch(plain) && plain.Count(char.IsAsciiDigit) is >= FewestDigitsAlone and <= MostDigits ? plain.Trim() : "");
    }

    /// <summary>A number that states its country as E.164 writes it, e.g. <c>+33612345678</c>, and one that is valid in the country that its owner
    /// has stated; with its extension behind it, e.g. <c>+12025550162 ext. 12</c>. Every other one as it was typed, because without a country
    /// nobody knows which number it is.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="country">The country that its owner has stated, by a name or code; empty when there is none.</param>
    public static string Normalize(string text, string country = "")
    {
        // As a link has it, tel:+33612345678; no country's own numbers begin as 0033 does.
        var typed = Label().Replace(Plain(text.Trim()), "");
        var within = WithExtension().Match(typed);
        var number = International().Replace(within.Success ? within.Groups["number"].Value.TrimEnd(' ', ',', ';', '(') : typed, "+");
        var states = number.StartsWith('+');
        var region = states ? "" : CountryNames.CodeOf(country);
        if (!IsNumber(number) || (!states && region.Length == 0))
        {
            return typed;
        }

        try
        {
            var read = Numbers.Parse(number, states ? null : region);
            return (states ? Numbers.IsPossibleNumber(read) : Numbers.IsValidNumber(read))
                ? $"{Numbers.Format(read, PhoneNumberFormat.E164)}{(within.Success ? $" ext. {within.Groups["digits"].Value}" : "")}"
                : typed;
        }
        catch (NumberParseException)
        {
            // No country has such a number, and whoever calls it will see what was typed.
            return typed;
        }
    }

    /// <summary>True when two texts hold the same number. One that does not state its country is one of the other's: an organisation may show its
    /// numbers as they are dialled there.</summary>
    public static bool IsSame(string one, string other) => Dialled(one, other) is { Length: > 0 } number && number == Dialled(other, one);

    private static string Dialled(string text, string other)
    {
        var plain = Normalize(text);
        return string.Concat((plain.StartsWith('+') ? plain : Normalize(text, CountryOf(Normalize(other)))).Where(c => char.IsAsciiDigit(c) || c == '+'));
    }

    private static string CountryOf(string number)
    {
        try
        {
            return number.StartsWith('+') ? Numbers.GetRegionCodeForNumber(Numbers.Parse(number, null)) ?? "" : "";
        }
        catch (NumberParseException)
        {
            // Too long or too short for any country: it says none.
            return "";
        }
    }

    // Digits of every script, and wide forms, as plain ones.
    private static string Plain(string text)
    {
        var narrow = LetterFolding.Narrow(text);
        return narrow.Any(c => char.IsDigit(c) && !char.IsAscii(c))
            ? string.Concat(narrow.Select(c => char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c))
            : narrow;
    }

    [GeneratedRegex(@"^tel\.?:?\s*(?=[+\d(])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^\(?00\)?[\s().\-–/\u00A0]*(?=[1-9])", RegexOptions.CultureInvariant)]
    private static partial Regex International();

    [GeneratedRegex(@"^(?<number>\+?[\d\s().\-–/\u00A0]{6,40}?)" + Extension + "$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WithExtension();

    // No part of a word, a date or an address. Of a bounded length, so that it takes time linear in the text's.
    [GeneratedRegex(
        @"(?<![\p{L}\d@/.#-])(?!\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b)"
        + @"(?<number>\+?\(?\d(?:[\s().\-–/\u00A0]{0,3}\d){3,24})(?![\p{L}\d@:])"
        + @"(?:" + Extension + ")?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(?:tel\.?:?\s*)?\+?[\d\s().\-–/\u00A0]+\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Shape();
}
