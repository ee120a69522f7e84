namespace SalesIntel.Zoho.Crm;

/// <summary>Brings a telephone number into the form that Zoho's check of phone fields takes: at most 30 digits and letters with
/// single separators, https://help.zoho.com/portal/en/kb/crm/customize-crm-account/customizing-fields.</summary>
internal static class PhoneFormat
{
    /// <summary>The number, or null when there is none in the text.</summary>
    public static string? Of(string text, int max = 30)
    {
        // Two numbers in one field would be joined to one that nobody has.
        var trimmed = text.Split(['/', ';', ',', '\n'], 2) is [var first, var second]
                && first.Count(char.IsAsciiDigit) >= 8 && second.Count(char.IsAsciiDigit) >= 8
            ? first.Trim()
            : text.Trim();
        if (PhoneText.Normalize(PlainText.Of(trimmed)) is ['+', ..] known && known.Length <= max)
        {
            trimmed = known;
        }

        var plus = trimmed.StartsWith('+');
        if (plus)
        {
            // With an extension it is no number that is known; the trunk zero of +61 (0)2 is not dialled with the country code.
            trimmed = trimmed.Replace("(0)", " ", StringComparison.Ordinal);
        }

        var number = new StringBuilder(plus ? "+" : "", max);
        var separator = '\0';
        foreach (var c in trimmed)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                if (separator != '\0' && number.Length > (plus ? 1 : 0))
                {
                    number.Append(separator);
                }

                number.Append(c);
                separator = '\0';
            }
            else if (separator == '\0')
            {
                separator = c is '.' or '-' ? c : ' ';
            }
            else
            {
                separator = ' ';
            }
        }

        var digits = number.ToString().Count(char.IsAsciiDigit);
        if (digits < 5)
        {
            return null;
        }

        // A number that is cut is a wrong number: only separators may go.
        var formatted = number.Length <= max ? number.ToString()
            : string.Concat(number.ToString().Where(c => char.IsAsciiLetterOrDigit(c) || c == '+'));
        return formatted.Length <= max ? formatted : null;
    }
}
