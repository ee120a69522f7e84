namespace SalesIntel.Extraction;

/// <summary>What the parts of a text speak of: names, times, what stands before the verb, and who does it in a passive.</summary>
internal static class PartSubjects
{
    /// <summary>The speaker.</summary>
    public const string Self = "\u0001self";

    /// <summary>Somebody or something that is named elsewhere: "she".</summary>
    public const string Other = "\u0001other";

    private const char Time = '\u0002';
    private const int LongestLead = 2;

    /// <summary>True for one that is none of the text's words: the speaker, a time, or what "she" means.</summary>
    public static bool IsNoWord(string subject) => subject[0] is '\u0001' or Time;

    public static bool IsTime(string subject) => subject[0] == Time;

    /// <summary>What a part of a text speaks of.</summary>
    /// <param name="text">The text.</param>
    /// <param name="first">Index of the part's first token.</param>
    /// <param name="last">Index of its last one.</param>
    /// <param name="names">The names of the document.</param>
    public static HashSet<string> Of(ReadText text, int first, int last, NameIndex names)
    {
        var found = TimesOf(text, first, last);
        for (var i = first; i <= last; i++)
        {
            if (IsName(text, i, names))
            {
                found.Add(text.Tokens[i].Text);
            }
        }

        found.UnionWith(AgentsOf(text, first, last));
        if (Lead(text, first, last, names) is { } lead)
        {
            found.Add(lead);
        }

        return found;
    }

    /// <summary>Who does what a part of a text says is done: "checked by legal".</summary>
    /// <param name="text">The text.</param>
    /// <param name="first">Index of the part's first token.</param>
    /// <param name="last">Index of its last one.</param>
    public static IEnumerable<string> AgentsOf(ReadText text, int first, int last) => Enumerable.Range(first, last - first)
        .Where(i => text.Language.Agents.Contains(text.Tokens[i].Text)).Select(i => FirstWord(text, i + 1, last)).OfType<string>();

    /// <summary>True for a name that is written as one where it stands.</summary>
    public static bool IsName(ReadText text, int i, NameIndex names) => text.Tokens[i].IsCapital && names.IsName(text.Tokens[i].Text)
        && text.IsContent(i) && !text.Language.Common.Contains(text.Tokens[i].Text) && !text.Language.Titles.Contains(text.Tokens[i].Text);

    // Two times are told apart by what they are, "last year" and "this year" by which one they are.
    private static HashSet<string> TimesOf(ReadText text, int first, int last) =>
    [
        .. text.Times.Where(time => time.At >= first && time.At <= last && (time.Kind != "unit" || time.Direction != 0))
            .Select(time => $"{Time}{time.Kind} {time.Name} {(time.Kind == "unit" ? time.Direction : 0)}"),
    ];

    // "The board votes", "I write it", "she left": what stands before the verb, with an article or without.
    private static string? Lead(ReadText text, int first, int last, NameIndex names)
    {
        var language = text.Language;
        var at = first;
        while (at < last && (IsJoint(text.Tokens[at].Text) || language.Restrictions.Contains(text.Tokens[at].Text)
            || language.Sequence.Contains(text.Tokens[at].Text)))
        {
            at++;
        }

        var word = text.Tokens[at].Text;
        var hasNoun = at < last && text.IsContent(at + 1);
        if (language.Tenses.Subjects.Contains(word) || AnyLanguage.IDo.Contains(word) || (!hasNoun && language.Self.Contains(word)))
        {
            return language.Self.Contains(word) ? Self : language.Persons.Contains(word) ? Other : null;
        }

        if (language.HasCapitalNouns)
        {
            return FirstNoun(text, at, last) ?? (!hasNoun && language.Persons.Contains(word) ? Other : null);
        }

        var isArticle = language.Articles.Contains(word);
        var noun = isArticle && hasNoun ? at + 1 : at;
        return text.IsContent(noun) && MayLead(text, noun, last, isArticle, names) ? text.Tokens[noun].Text
            : !hasNoun && language.Persons.Contains(word) ? Other
            : null;
    }

    // Where verbs stand without a pronoun a noun has an article or may be a name. "Send me the proposal" and "write the brief" begin with a
    // verb.
    private static bool MayLead(ReadText text, int i, int last, bool hasArticle, NameIndex names) =>
        (hasArticle || !text.Language.DropsPronouns || (text.Tokens[i].IsCapital && names.MayBeName(text.Tokens[i].Text)))
        && !(i < last && (text.Language.Articles.Contains(text.Tokens[i + 1].Text)
            || text.Language.Self.Contains(text.Tokens[i + 1].Text)));

    // "Dafür ist Foldex schneller"
    private static string? FirstNoun(ReadText text, int from, int last)
    {
        for (var i = from; i <= last && i <= from + LongestLead; i++)
        {
            if (text.IsContent(i) && text.Tokens[i].IsCapital)
            {
                return text.Tokens[i].Text;
            }
        }

        return null;
    }

    private static string? FirstWord(ReadText text, int from, int last)
    {
        for (var i = from; i <= last && i <= from + LongestLead; i++)
        {
            if (text.IsContent(i))
            {
                return text.Tokens[i].Text;
            }
        }

        return null;
    }

    private static bool IsJoint(string word) => AnyLanguage.And.Contains(word) || AnyLanguage.But.Contains(word);
}
