namespace SalesIntel.Extraction;

/// <summary>Each name of a claim is said in its passage, or is that of the speaker who speaks of himself; and no name stands in another
/// one's place.</summary>
internal static class NameCheck
{
    private const int LongestAcronym = 6;

    /// <summary>Whether the claim has a name of its own; open when a word may be one that only stands where any word has a capital letter,
    /// or when a name is said, but not of what the quote says.</summary>
    public static Agreement Of(ReadText claim, Passage passage)
    {
        HashSet<string>? claimed = null;
        var isOpen = false;
        foreach (var (token, isSure) in ClaimNames.In(claim, passage.Names))
        {
            claimed ??= claim.Tokens.Select(one => one.Text).ToHashSet(StringComparer.Ordinal);
            var agreement = Of(token, isSure, claimed, passage);
            if (agreement == Agreement.Differs)
            {
                return Agreement.Differs;
            }

            isOpen |= agreement == Agreement.Open;
        }

        return isOpen ? Agreement.Open : Agreement.Agrees;
    }

    private static Agreement Of(Token token, bool isSure, HashSet<string> claimed, Passage passage)
    {
        var name = token.Text;
        if (passage.Quote.Tokens.Any(said => AreSame(said.Text, name)) || passage.Names.IsNeutral(name) || IsShort(name, passage))
        {
            return Agreement.Agrees;
        }

        // The passage names somebody whom the claim leaves out: then the claim's name may stand in that one's place.
        var leftOut = passage.Quote.Tokens.Where(said => said.IsCapital && passage.Names.IsName(said.Text)
            && !passage.Quote.Language.Stop.Contains(said.Text)
            && !claimed.Any(word => AreSame(word, said.Text)) && !passage.Speaker.Contains(said.Text)).ToArray();
        var leavesOutPerson = leftOut.Any(said => passage.Names.IsPerson(said.Text));
        if (passage.Speaker.Contains(name))
        {
            return SpeaksOfHimself(claimed, passage) ? (leftOut.Length == 0 ? Agreement.Agrees : Agreement.Open)
                : leavesOutPerson ? Agreement.Differs
                : Agreement.Open;
        }

        if (IsAddressed(name, passage))
        {
            return leftOut.Length == 0 ? Agreement.Agrees : Agreement.Open;
        }

        if (passage.HasToken(said => AreSame(said.Text, name)))
        {
            return (leavesOutPerson && passage.Names.IsPerson(name)) || SaysWhoItIs(name, passage) ? Agreement.Differs
                : leftOut.Length > 0 || IsOwnDeed(name, claimed, passage) ? Agreement.Open
                : Agreement.Agrees;
        }

        if (IsPartOfKnown(name, passage))
        {
            return Agreement.Agrees;
        }

        if (!isSure)
        {
            return leavesOutPerson ? Agreement.Differs
                : passage.Quote.Language.NounEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))
                    ? Agreement.Agrees
                : passage.Has(name) ? Agreement.Agrees
                : Agreement.Open;
        }

        // Whom "she" means is said elsewhere, and what short forms stand for nobody tells.
        return (passage.Names.FullNamesOf(name).Any() && !leavesOutPerson && RefersToSomebody(passage))
            || (token.IsAcronym && name.Length <= LongestAcronym && !passage.Names.IsName(name))
            ? Agreement.Open
            : Agreement.Differs;
    }

    // "I sign it" is not about the attendee whom a neighbouring turn names.
    private static bool SaysWhoItIs(string name, Passage passage) => passage.Names.IsPerson(name) && passage.Speaker.Count > 0
        && passage.Quote.Tokens.Any(token => AnyLanguage.IDo.Contains(token.Text))
        && !passage.Quote.Tokens.Any(token => passage.Quote.Language.Others.Contains(token.Text));

    // "I asked him" and "it is me" told of somebody whom a neighbouring turn names, and not of the speaker.
    private static bool IsOwnDeed(string name, HashSet<string> claimed, Passage passage) => passage.Names.IsPerson(name)
        && passage.Speaker.Count > 0 && !passage.Speaker.Any(claimed.Contains)
        && !passage.Quote.Tokens.Any(token => AreSame(token.Text, name))
        && passage.Quote.Tokens.Any(token => AnyLanguage.IMyself.Contains(token.Text));

    // "I only prepare it" makes nothing of the sentence before it the speaker's own. Verbs without a pronoun may be about anybody.
    private static bool SpeaksOfHimself(HashSet<string> claimed, Passage passage)
    {
        var quote = passage.Quote;
        if (quote.Language.DropsPronouns && !quote.Tokens.Any(token => token.IsCapital && passage.Names.IsPerson(token.Text)))
        {
            return true;
        }

        var shared = quote.Content.Where(token => claimed.Any(word => Stems.AreSame(word, token.Text))).Select(token => token.Sentence).ToHashSet();
        return quote.Tokens.Any(token => quote.Language.Self.Contains(token.Text) && (shared.Count == 0 || shared.Contains(token.Sentence)));
    }

    private static bool IsAddressed(string name, Passage passage) => passage.OtherSpeakers.Contains(name)
        && passage.Quote.Tokens.Any(token => passage.Quote.Language.Addressed.Contains(token.Text));

    // "Okonkwo" of "Helene Okonkwo-Reyes", where Helene is named or speaks.
    private static bool IsPartOfKnown(string name, Passage passage) => passage.Names.FullNamesOf(name).Any(full => full.Any(part =>
        part != name && part.Length > 1 && (passage.Speaker.Contains(part) || passage.HasToken(token => token.IsCapital
            && AreSame(token.Text, part)))));

    private static bool RefersToSomebody(Passage passage) => passage.Quote.Language.DropsPronouns
        ? !passage.Quote.Tokens.Any(token => passage.Quote.Language.Self.Contains(token.Text))
        : passage.Quote.Tokens.Any(token => passage.Quote.Language.Others.Contains(token.Text));

    // "VP" of "vice president", "SSO" of "single sign-on", "SSOs" of it, too.
    private static bool IsShort(string name, Passage passage)
    {
        var letters = name.Length > 3 && name.EndsWith('s') ? name[..^1] : name;
        if (letters.Length is < 2 or > 6)
        {
            return false;
        }

        for (var i = -1; i < passage.Around.Count; i++)
        {
            if (HasShort(letters, i < 0 ? passage.Quote : passage.Around[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasShort(string letters, ReadText text)
    {
        for (var start = 0; start < text.Tokens.Count; start++)
        {
            if (IsShortOf(letters, text, start))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsShortOf(string letters, ReadText text, int start)
    {
        var at = start;
        foreach (var letter in letters)
        {
            // Small words have no letter of their own: "return on investment".
            while (at < text.Tokens.Count && text.Tokens[at].Text[0] != letter && at > start
                && text.Language.Stop.Contains(text.Tokens[at].Text))
            {
                at++;
            }

            if (at >= text.Tokens.Count || text.Tokens[at].Text[0] != letter)
            {
                return false;
            }

            at++;
        }

        return true;
    }

    // "Helenes Budget", "SKUs".
    private static bool AreSame(string said, string name)
    {
        if (said == name)
        {
            return true;
        }

        var (shorter, longer) = said.Length <= name.Length ? (said, name) : (name, said);
        return shorter.Length >= 3 && longer.StartsWith(shorter, StringComparison.Ordinal) && longer[shorter.Length..] is "s" or "es";
    }
}
