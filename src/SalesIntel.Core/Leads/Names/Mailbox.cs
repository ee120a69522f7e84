namespace SalesIntel.Leads;

/// <summary>Somebody as mail programs, calendars and relays write people in a text: <c>Ann Lee &lt;ann@lee.example&gt;</c>.</summary>
/// <param name="Name">The name, with the company or role beside it; empty when there is none.</param>
/// <param name="Email">The address; null when there is none.</param>
internal sealed partial record Mailbox(string Name, EmailAddress? Email)
{
    private static readonly char[] BeforeAddress = [' ', '\t', ',', ';', ':', '|', '-', '–', '—', '·', '•', '(', '[', '<', '\''];
    private static readonly char[] BehindAddress = [' ', '\t', ',', ';', ':', '|', '-', '–', '—', '·', '•', ')', ']', '>', '\''];

    /// <summary>The people in a text that names no others: one, or several that nothing but their addresses sets apart.</summary>
    public static IEnumerable<Mailbox> In(string text)
    {
        var addresses = Addresses(text);
        if (addresses.Count == 0)
        {
            return PhraseParts.Unquote(text) is { Length: > 0 } name ? [new Mailbox(name, null)] : [];
        }

        var names = new List<string>();
        var start = 0;
        foreach (var (at, length, label, _) in addresses)
        {
            names.Add(NameBefore(text[start..at]) is { Length: > 0 } name ? name : label);
            start = at + length;
        }

        // "ann@lee.example (Ann Lee)": each name stands behind its address.
        var rest = text[start..].TrimStart(BehindAddress).TrimEnd(BeforeAddress);
        if (rest.Length > 0 && names[0].Length == 0)
        {
            names = [.. names.Skip(1), NameBehind(rest)];
        }
        else if (rest.Length > 0)
        {
            names[^1] = $"{names[^1]} {rest}";
        }

        return names.Zip(addresses, (name, address) => new Mailbox(name, address.Email));
    }

    /// <summary>How many addresses a text has.</summary>
    public static int Count(string text) => Addresses(text).Count;

    // In angle brackets or by themselves. A quoted name may look like an address too.
    private static List<(int At, int Length, string Label, EmailAddress Email)> Addresses(string text)
    {
        List<(int At, int Length, string Label, EmailAddress Email)> found = [];
        if (!text.Contains('@', StringComparison.Ordinal))
        {
            return found;
        }

        foreach (Match match in Address().Matches(PhraseParts.WithoutQuoted(text)))
        {
            if (Read(match) is not { } address)
            {
                continue;
            }

            // "ann@lee.example <ann@lee.example>": the first is the name.
            if (text[match.Index] == '<' && found.Count > 0
                && text.AsSpan((found[^1].At + found[^1].Length)..match.Index).IsWhiteSpace())
            {
                found.RemoveAt(found.Count - 1);
            }

            found.Add((match.Index, match.Length, match.Groups["label"].Value.Trim(), address));
        }

        return found;
    }

    private static EmailAddress? Read(Match match) =>
        EmailAddress.TryParse(match.Groups["address"].Value.Trim('\'', '.'), out var email) ? email : null;

    private static string NameBefore(string text) =>
        PhraseParts.Unquote(Conjunction().Replace(text, "").TrimStart(BehindAddress[..^1]).TrimEnd(BeforeAddress[..^1]));

    private static string NameBehind(string text) => PhraseParts.Unquote(text is ['(', .. var inner, ')'] ? inner : text);

    internal const string Plain = @"(?:mailto:)?(?<address>[^\s<>()\[\]{},;:""|]+@[^\s<>()\[\]{},;:""|]+)";

    [GeneratedRegex(@"<\s*" + Plain + @"\s*(?:\|(?<label>[^<>]*))?>|(?<=^|[\s<>()\[\]{},;:""|])" + Plain,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    // Between two people of a list in prose.
    [GeneratedRegex(@"^\s*(?:and|und|et|y|e|&|\+)\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Conjunction();
}
