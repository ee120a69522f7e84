using System.Buffers;

namespace SalesIntel.Text;

/// <summary>Recognises an answer that says that there is no value: "n/a", "-", "keine Angabe", "not mentioned in the call".</summary>
/// <remarks>What counts, and which real values are given up for it, stands in <c>Data/nothing.txt</c>.</remarks>
internal static partial class Nothing
{
    // No phrase is nearly as long; a longer text says something.
    private const int Longest = 200;
    private const string AlsoAName = " *";

    // What stands between two ways of saying that there is nothing: "N/A - not applicable", "none (n/a)", a list of them.
    private static readonly char[] Borders = ['\n', '\r', ',', ';', '|', '(', ')', '[', ']', ':', '–', '—', '、', '。', '，', '.'];

    private static readonly SearchValues<char> Marks = SearchValues.Create("%{$*<[#@");

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Data = DataFile.Sections("Text.Data.nothing.txt");

    private static readonly FrozenSet<string> Phrases = Expand("phrases");

    // What answers a question, and yet names nothing.
    private static readonly FrozenSet<string> NoNames = Expand("no name");

    private static readonly FrozenSet<string> Circumstances =
        Data["circumstances"].SelectMany(PhrasePattern.Expand).Select(Normalize).ToFrozenSet(StringComparer.Ordinal);

    private static readonly int LongestPhrase = Phrases.Max(phrase => phrase.Length) + 1 + Circumstances.Max(phrase => phrase.Length);

    private static readonly FrozenSet<string> Names = Data["phrases"].Concat(Data["no name"])
        .Where(line => line.EndsWith(AlsoAName, StringComparison.Ordinal)).Select(line => Normalize(line[..^AlsoAName.Length]))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a text that has no letter and no digit, or says in a language that we read that there is no value. Case,
    /// punctuation, brackets and accents do not matter.</summary>
    public static bool IsNothing(string? text)
    {
        if (text is null || !HasContent(text))
        {
            return true;
        }

        return text.Length <= Longest && (SaysNothing(text) || IsListOfPhrases(text) || IsUnfilled(text));
    }

    /// <summary>As <see cref="IsNothing"/>, for a part of a person's name: Null, Nan or Nada, written like names, are names.</summary>
    public static bool IsNoName(string? text) => IsNothing(text) && !(text is not null && IsWrittenLikeName(text.Trim()));

    /// <summary>As <see cref="IsNothing"/>, where a company, a place or a role is to be named: "no", "not yet", "same" and the like name
    /// nothing either.</summary>
    public static bool NamesNothing(string? text) =>
        IsNothing(text) || (text!.Length <= Longest && NoNames.Contains(Normalize(text)));

    /// <summary>As <see cref="NamesNothing"/>, where a person's name is asked for: some of these words, written like names, are names.</summary>
    public static bool NamesNobody(string? text) => NamesNothing(text) && !(text is not null && IsWrittenLikeName(text.Trim()));

    /// <summary>The text, or empty when it is nothing.</summary>
    public static string OrText(string text) => IsNothing(text) ? "" : text;

    private static bool HasContent(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune) || Rune.IsNumber(rune))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWrittenLikeName(string text) =>
        text.Length > 0 && char.IsUpper(text[0]) && text.AsSpan(1).IndexOfAnyExceptInRange('a', 'z') < 0 && Names.Contains(Normalize(text));

    private static bool IsListOfPhrases(string text)
    {
        if (text.IndexOfAny(Borders) < 0
            && !text.Contains(" - ", StringComparison.Ordinal) && !text.Contains(" / ", StringComparison.Ordinal))
        {
            return false;
        }

        // Most texts are none: their first part says something.
        var lines = text.Replace(" - ", "\n", StringComparison.Ordinal).Replace(" / ", "\n", StringComparison.Ordinal);
        var parts = 0;
        foreach (var part in lines.AsSpan().SplitAny(Borders))
        {
            if (HasContent(lines.AsSpan(part)))
            {
                if (!SaysNothing(lines.AsSpan(part)))
                {
                    return false;
                }

                parts++;
            }
        }

        return parts > 1;
    }

    // "%FIRST_NAME%", "{{contact.name}}", "*|FNAME|*": what was to be filled in, and was not.
    private static bool IsUnfilled(string text) => Marks.Contains(text.AsSpan().TrimStart()[0]) && Unfilled().IsMatch(text);

    private static bool SaysNothing(ReadOnlySpan<char> text)
    {
        Span<char> letters = stackalloc char[LetterFolding.ShortText];
        return LetterFolding.TryShortPhrase(text, keepSlashes: true, letters, out var phrase)
            ? IsPhrase(phrase)
            : IsPhrase(Normalize(text.ToString()));
    }

    private static bool IsPhrase(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestPhrase)
        {
            return false;
        }

        var (phrases, circumstances) =
            (Phrases.GetAlternateLookup<ReadOnlySpan<char>>(), Circumstances.GetAlternateLookup<ReadOnlySpan<char>>());
        if (phrases.Contains(text))
        {
            return true;
        }

        for (var space = text.IndexOf(' '); space >= 0;)
        {
            var first = text[..space];
            var rest = text[(space + 1)..];
            if ((phrases.Contains(first) && circumstances.Contains(rest)) || (circumstances.Contains(first) && phrases.Contains(rest)))
            {
                return true;
            }

            space = rest.IndexOf(' ') is >= 0 and var next ? space + 1 + next : -1;
        }

        return false;
    }

    private static FrozenSet<string> Expand(string section) => Data[section]
        .Select(line => line.EndsWith(AlsoAName, StringComparison.Ordinal) ? line[..^AlsoAName.Length] : line)
        .SelectMany(PhrasePattern.Expand).Select(Normalize).ToFrozenSet(StringComparer.Ordinal);

    private static string Normalize(string text) => LetterFolding.Phrase(text, keepSlashes: true);

    [GeneratedRegex(
        """
        ^\s*(?:(?:
        %{1,2}\p{L}[\p{L}\d_.:]*%{1,2}|\{{2,3}[^{}]+\}{2,3}|\{[%!\#][^{}]+\}|\{\p{L}*(?:[_.:]|name)[\p{L}\d_.:]*\}|\$\{[^{}]+\}
        |\*\|[^|]+\|\*|<%[^%]+%>|\[\[[^\[\]]+\]\]|\#\#\p{L}[\w.]*\#\#|@@\p{L}[\w.]*@@
        )\s*)+$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Unfilled();
}
