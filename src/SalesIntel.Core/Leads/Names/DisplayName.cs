namespace SalesIntel.Leads;

/// <summary>A name as a form, a recorder, a relay or a calendar shows it, e.g. <c>**[Ann Lee (Acme)]:**</c>, taken apart.</summary>
/// <param name="Name">The name itself, as typed; empty when there is none.</param>
/// <param name="Remarks">What stands beside it: a company, a role, pronouns, a nickname.</param>
/// <param name="Email">The address in place of the name or beside it; null when there is none.</param>
internal sealed partial record DisplayName(string Name, IReadOnlyList<string> Remarks, EmailAddress? Email)
{
    // Longer than any name; what is longer would only cost time.
    private const int LongestName = 200;

    private static readonly char[] Decoration =
        [' ', '*', '_', '`', '~', '#', ':', '：', ',', ';', '-', '–', '—', '•', '·', '/', '\\', '!', '?'];

    private static readonly char[] Quotes = ['"', '“', '”', '„', '«', '»', '\'', '‘', '’'];

    /// <summary>Takes a name apart.</summary>
    public static DisplayName Of(string text)
    {
        var line = WithoutPictures(StyledLetters.Plain(TextCleaner.Cut(TextCleaner.Name(text), LongestName)));
        var hasAt = line.Contains('@', StringComparison.Ordinal);
        EmailAddress? email = hasAt && Address().Match(line) is { Success: true } match
            && EmailAddress.TryParse(match.Groups["address"].Value, out var address)
            ? address
            : null;
        List<string> remarks = [];
        line = Unwrap(hasAt ? Address().Replace(line, " ") : line);
        line = Unwrap(Device().Replace(Undecorated(line), Aside));
        line = line.IndexOfAny(Quotes) < 0 ? line : Nickname().Replace(line, Aside);
        var parts = Separator().Split(line).Select(part => part.Trim(Decoration).Trim(Quotes).Trim(Decoration))
            .Where(part => part.Any(char.IsLetterOrDigit)).ToList();
        var name = parts.FirstOrDefault("");
        return new DisplayName(
            TextCleaner.Name(name), [.. remarks.Concat(parts.Skip(1)).Where(remark => remark.Any(char.IsLetterOrDigit))], email);

        string Undecorated(string text)
        {
            text = text.AsSpan().IndexOfAny("*_`~#") < 0 ? text : Markdown().Replace(text, " ");
            text = text.AsSpan().IndexOfAny("([{<（【「") < 0 ? text : Remark().Replace(text, Aside);
            return text.Contains('/', StringComparison.Ordinal) ? Pronouns().Replace(text, Aside) : text;
        }

        string Aside(Match remark)
        {
            remarks.Add(remark.Groups["text"].Value.Trim());
            return " ";
        }
    }

    private static string WithoutPictures(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var letters = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isPicture = Characters.IsPictograph(rune) || Characters.IsEmojiPart(rune) || Characters.IsJoiner(rune)
                || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.PrivateUse;
            letters.Append(isPicture ? " " : rune.ToString());
        }

        return letters.ToString();
    }

    // "[Ann Lee]:" and "**Ann Lee:**" are a name in brackets and in markdown; "[Ann Lee (Acme)]" has a remark inside.
    private static string Unwrap(string text)
    {
        var bare = text.Trim(Decoration);
        while (bare.Length > 1 && Closing(bare[0]) is { } close && bare.IndexOf(close, 1) == bare.Length - 1)
        {
            bare = bare[1..^1].Trim(Decoration);
        }

        return bare;
    }

    private static char? Closing(char open) => open switch
    {
        '[' => ']',
        '(' => ')',
        '<' => '>',
        '{' => '}',
        '（' => '）',
        '【' => '】',
        '「' => '」',
        '"' => '"',
        '“' => '”',
        '„' => '“',
        '«' => '»',
        '\'' => '\'',
        '‘' => '’',
        _ => null,
    };

    [GeneratedRegex(Mailbox.Plain, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"[*_`~#]+", RegexOptions.CultureInvariant)]
    private static partial Regex Markdown();

    // The last one may have been cut off.
    [GeneratedRegex(@"[(\[{<（【「](?<text>[^()\[\]{}<>（）【】「」]*)(?:[)\]}>）】」]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    [GeneratedRegex(@"(?<=^|\s)(?<text>(?:she|he|they|xe|ze|sie|er|elle|il|iel|ella|él|ela|ele|lei|lui|zij|hij)/\p{L}+(?:/\p{L}+)*)(?=\s|$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pronouns();

    /// <summary>True for a device that stands in place of a name: <c>Galaxy S21</c>, <c>MacBook Pro</c>, <c>DESKTOP-AB12CD3</c>.</summary>
    public static bool IsDevice(string name) => DeviceAlone().IsMatch(name);

    private const string Devices = "iphone|ipad|macbook|imac|laptop|chromebook|android";

    // Some of them are names too, and so need a model or an owner beside them.
    private const string Brands = "galaxy|pixel|surface|redmi|xiaomi|huawei|oneplus|motorola|moto|nokia|oppo|vivo|realme|poco|samsung|windows";

    private const string Model = @"(?:[\s-](?:[\w.+]*\d[\w.+-]*|pro|max|mini|plus|air|ultra|lite|note|tab|fold|flip|book|pc|phone|se|fe|go)\b)";

    // What a video call shows where nobody typed a name: "Ann's iPhone", "iPhone de Ann", "iPhone d’Ann", "Galaxy S21 von Ann".
    [GeneratedRegex(@"(?:['’]s?)?\s(?<text>(?:" + Devices + @")\b.*)$|['’]s?\s(?<text>(?:" + Brands + @")\b.*)$"
        + @"|(?<=\S)\s(?<text>(?:" + Brands + ")" + Model + "+)$"
        + "|^(?<text>(?:(?:" + Devices + ")" + Model + "*|(?:" + Brands + ")" + Model + "+)"
        + @"\s+(?:d['’]|(?:von|vom|de|del|di|da|do|van|af|av|fra|från)\s))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Device();

    // Or the number of the model alone: SM-G991B.
    [GeneratedRegex("^(?:(?:" + Devices + ")" + Model + "*|(?:" + Brands + ")" + Model + @"+|(?-i:[A-Z]{2,8}-(?=[A-Z0-9]*[0-9])[A-Z0-9]{3,}))$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DeviceAlone();

    // Within single quotes only as a word of its own: O'Brien and D'Angelo are names.
    [GeneratedRegex(@"[""“”„«»](?<text>[^""“”„«»]*)[""“”«»]|(?<=\s)['‘’](?<text>[^'‘’]+)['’](?=\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Nickname();

    // A hyphen inside of a double name has no spaces around it, and "a/l" (son of) stands in Malaysian names.
    [GeneratedRegex(@"\s[-–—·]+\s|[|•@;]|/(?!(?<=\s[asd]/)[lpo]\s)|\s(?:from|at)\s",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Separator();
}
