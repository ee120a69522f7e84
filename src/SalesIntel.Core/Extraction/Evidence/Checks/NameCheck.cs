namespace SalesIntel.Extraction;

/// <summary>Each name of a claim is said in its passage, or is that of the speaker, or is meant by a word such as "she" and said in full
/// elsewhere; and no name stands in another one's place.</summary>
internal static class NameCheck
{
    /// <summary>Whether the claim has a name of its own; open when a word may be one that only stands where any word has a capital letter.
    /// </summary>
    public static Agreement Of(ReadText claim, Passage passage)
    {
        HashSet<string>? claimed = null;
        var isOpen = false;
        foreach (var (token, isSure) in ClaimNames.In(claim, passage.Names))
        {
            claimed ??= claim.Tokens.Select(token => token.Text).ToHashSet(StringComparer.Ordinal);
            if (!IsAllowed(token.Text, isSure, claimed, passage))
            {
                return Agreement.Differs;
            }

            isOpen |= !isSure && !claim.Language.HasCapitalNouns && !passage.Has(token.Text) && !IsSpeaker(token.Text, passage)
                && !IsPartOfKnown(token.Text, passage) && !passage.Names.IsNeutral(token.Text);
        }

        return isOpen ? Agreement.Open : Agreement.Agrees;
    }

    private static bool IsAllowed(string name, bool isSure, HashSet<string> claimed, Passage passage)
    {
        if (passage.Quote.Tokens.Any(token => AreSame(token.Text, name)) || passage.Names.IsNeutral(name) || IsShort(name, passage))
        {
            return true;
        }

        // The passage names somebody whom the claim leaves out: then the claim's name may stand in that one's place.
        var leavesOut = passage.Quote.Tokens.Any(token => passage.Names.IsPerson(token.Text) && token.IsCapital
            && !claimed.Any(word => AreSame(word, token.Text)) && !passage.Speaker.Contains(token.Text));
        if (IsSpeaker(name, passage))
        {
            return true;
        }

        if (passage.Tokens.Any(token => AreSame(token.Text, name)))
        {
            return !(leavesOut && passage.Names.IsPerson(name)) && !SaysWhoItIs(name, passage);
        }

        if (IsPartOfKnown(name, passage))
        {
            return true;
        }

        return !isSure
            ? !leavesOut
            : passage.Names.FullNamesOf(name).Any() && !leavesOut && RefersToSomebody(passage);
    }

    // "I sign it" is not about the attendee whom a neighbouring turn names.
    private static bool SaysWhoItIs(string name, Passage passage) => passage.Names.IsPerson(name) && passage.Speaker.Count > 0
        && passage.Quote.Tokens.Any(token => token.Text is "i" or "ich" or "je" or "j" or "yo" or "eu")
        && !passage.Quote.Tokens.Any(token => passage.Quote.Language.Others.Contains(token.Text));

    private static bool IsSpeaker(string name, Passage passage) => passage.Speaker.Contains(name)
        || (passage.OtherSpeakers.Contains(name)
        && passage.Quote.Tokens.Any(token => passage.Quote.Language.Addressed.Contains(token.Text)));

    // "Okonkwo" of "Helene Okonkwo-Reyes", where Helene is named or speaks.
    private static bool IsPartOfKnown(string name, Passage passage) => passage.Names.FullNamesOf(name).Any(full => full.Any(part =>
        part != name && part.Length > 1 && (passage.Speaker.Contains(part) || passage.Tokens.Any(token => token.IsCapital
            && AreSame(token.Text, part)))));

    private static bool RefersToSomebody(Passage passage) => passage.Quote.Language.DropsPronouns
        ? !passage.Quote.Tokens.Any(token => passage.Quote.Language.Self.Contains(token.Text))
        : passage.Quote.Tokens.Any(token => passage.Quote.Language.Others.Contains(token.Text));

    // "VP" of "vice president", "SSO" of "single sign-on", "SKU" of "SKUs".
    private static bool IsShort(string name, Passage passage)
    {
        var letters = name.Length > 3 && name.EndsWith('s') ? name[..^1] : name;
        return letters.Length is >= 2 and <= 6
            && passage.Around.Prepend(passage.Quote).Any(text => Enumerable.Range(0, text.Tokens.Count).Any(start =>
            IsShortOf(letters, text, start)));
    }

    private static bool IsShortOf(string letters, ReadText text, int start)
    {
        if (text.Tokens[start].Text == letters)
        {
            return true;
        }

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
