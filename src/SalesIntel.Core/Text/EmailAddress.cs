using System.Diagnostics.CodeAnalysis;

namespace SalesIntel.Text;

/// <summary>An e-mail address in the form in which addresses are compared and stored: trimmed, lower case, without invisible characters
/// and without a dot at its end, which only says that the domain is whole. An international domain stays as it was written (RFC 6531). The
/// default value is no address; its parts are empty.</summary>
public readonly record struct EmailAddress
{
    /// <summary>Longest address, RFC 5321 section 4.5.3.1.3 (less the angle brackets).</summary>
    private const int Longest = 254;

    // What RFC 5322 allows in quotes only; in practice it is a list, a display name or an attack.
    private const string Special = "()<>[]:;\\,\"";

    // "lee.example&gt" was cut out of HTML, and "n/a" is none.
    private static readonly System.Buffers.SearchValues<char> NoDomain = System.Buffers.SearchValues.Create("!#$%&'*+/=?^`{|}~");

    private static readonly IdnMapping Idn = new();

    private readonly string? _value;

    private EmailAddress(string value) => _value = value;

    /// <summary>The whole address, e.g. <c>ann@lee.example</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>What stands before the at sign.</summary>
    public string LocalPart => Value[..Math.Max(0, At)];

    /// <summary>What stands behind the at sign.</summary>
    public string Domain => Value[(At + 1)..];

    private int At => Value.IndexOf('@', StringComparison.Ordinal);

    /// <summary>Reads an address; surrounding white space, case and invisible characters do not matter.</summary>
    /// <param name="text">One address without a display name, or anything else.</param>
    /// <param name="address">The address; the default value when there is none.</param>
    /// <returns>False for a text that is no address, such as the <c>None</c> or <c>null</c> of a relay.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out EmailAddress address)
    {
        address = default;
        if (text is null || text.Length > 4 * Longest)
        {
            return false;
        }

        var clean = Visible(text.Trim()).ToLowerInvariant().TrimEnd('.');
        var at = clean.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || clean[^1] is '@' or '\'' || clean.LastIndexOf('@') != at || clean.Length > Longest
            || clean.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || Special.Contains(c, StringComparison.Ordinal))
            || clean.AsSpan(at + 1).ContainsAny(NoDomain))
        {
            return false;
        }

        address = new EmailAddress(clean);
        return true;
    }

    /// <summary>Reads an address, see <see cref="TryParse"/>.</summary>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="FormatException">The text is no address. The message does not repeat it, because it may be personal data.
    /// </exception>
    public static EmailAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var address)
            ? address
            : throw new FormatException(
                $"This is not an e-mail address. Give one address of at most {Longest} characters, such as ann@lee.example, "
                    + "without a display name.");
    }

    /// <summary>True when the address is at a domain or at a sub-domain of it.</summary>
    /// <param name="domain">A domain, with or without an at sign before it; its case and the form of an international domain
    /// (readable or <c>xn--</c>) do not matter.</param>
    public bool IsAt(string domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        var wanted = Readable(Visible(domain).Trim(' ', '\t', '@', '.').ToLowerInvariant());
        var own = Readable(Domain);
        return wanted.Length > 0 && own.EndsWith(wanted, StringComparison.Ordinal)
            && (own.Length == wanted.Length || own[^(wanted.Length + 1)] == '.');
    }

    /// <summary>The whole address.</summary>
    public override string ToString() => Value;

    // Not TextCleaner.Name: a control character or a line break in the middle is refused and not mended.
    private static string Visible(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => Characters.IsVisible(rune) || Rune.IsControl(rune)))
        {
            visible.Append(rune.ToString());
        }

        return visible.ToString();
    }

    private static string Readable(string domain)
    {
        if (!domain.Contains("xn--", StringComparison.Ordinal))
        {
            return domain;
        }

        try
        {
            return Idn.GetUnicode(domain).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // Not every label that begins so is the encoding of something.
            return domain;
        }
    }
}
