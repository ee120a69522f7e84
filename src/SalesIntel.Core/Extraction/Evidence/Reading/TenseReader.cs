namespace SalesIntel.Extraction;

/// <summary>Finds the words of a text that tell whether something is, was, or is meant to be.</summary>
internal static class TenseReader
{
    private const int LeastStem = 2;
    private const int Reach = 3;
    private const int FarReach = 12;
    private const int ListReach = 9;

    /// <summary>The tense of each token.</summary>
    public static Tense[] Read(ReadText text)
    {
        var (tenses, words) = (new Tense[text.Tokens.Count], text.Language.Tenses);
        for (var i = 0; i < tenses.Length; i++)
        {
            if (words.NoTense.At(text.Tokens, i) is > 0 and var skipped)
            {
                i += skipped - 1;
                continue;
            }

            Mark(words.Plans.At(text.Tokens, i), Tense.Plan);
            Mark(words.Pasts.At(text.Tokens, i) is > 0 and var past && !IsPassive(text, i) ? past : 0, Tense.Past);
            Mark(words.Overs.At(text.Tokens, i), Tense.Over);
            tenses[i] |= OfEnding(text, i);
            tenses[i] &= (tenses[i] & Tense.Plan) != 0 ? ~Tense.Past : ~Tense.None;

            void Mark(int length, Tense tense)
            {
                for (var at = i; at < i + length; at++)
                {
                    tenses[at] |= tense;
                }
            }
        }

        return tenses;
    }

    private static Tense OfEnding(ReadText text, int i)
    {
        var token = text.Tokens[i];
        var (words, word) = (text.Language.Tenses, WithAccents(text.Text.AsSpan(token.Start, token.End - token.Start), token.Text));

        // "they'll": the ending is no word of its own.
        var behind = text.Text.AsSpan(token.End);
        var tense = behind is ['\'' or '’', ..] && Begins(behind[1..], words.ShortPlans) ? Tense.Plan : Tense.None;
        if ((words.Presents.Contains(token.Text) && !AnyLanguage.AccentedPrepositions.Contains(word))
            || AnyLanguage.AccentedPresents.Contains(word))
        {
            tense |= Tense.Present;
        }

        tense |= words.Subjects.Contains(token.Text) ? Tense.Act : Tense.None;
        if (!char.IsLetter(token.Text[0]) || (token.IsCapital && !token.IsFirst))
        {
            return tense;
        }

        tense |= Ends(word, words.FutureEndings, LeastStem) ? Tense.Plan : Tense.None;
        tense |= Ends(word, words.PresentEndings, LeastStem) ? Tense.Act : Tense.None;
        return Ends(word, words.PastEndings, LeastStem) && !IsPassive(text, i) || IsParticiple(text, i, word) ? tense | Tense.Past : tense;
    }

    // Most words have none.
    private static string WithAccents(ReadOnlySpan<char> word, string folded) =>
        Ascii.EqualsIgnoreCase(word, folded) ? folded : word.ToString().ToLowerInvariant();

    private static bool Begins(ReadOnlySpan<char> text, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Ends(string word, string[] endings, int leastStem)
    {
        foreach (var ending in endings)
        {
            if (word.Length >= ending.Length + leastStem && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // "is required" tells of no past, "has been approved" does.
    private static bool IsPassive(ReadText text, int i) => text.Language.Tenses.Being is { Count: > 0 } being
        && (HasBefore(text, i, 2, being) || IsListedPassive(text, i));

    // "Files are printed, written on, scanned and sent back": one verb for all of the list.
    private static bool IsListedPassive(ReadText text, int i)
    {
        var words = text.Language.Tenses;
        for (var at = i - 1; at >= 0 && at >= i - ListReach && text.Tokens[at].Sentence == text.Tokens[i].Sentence
            && !words.Subjects.Contains(text.Tokens[at].Text); at--)
        {
            if (words.Being.Contains(text.Tokens[at].Text) && text.Tokens[at].Clause != text.Tokens[i].Clause && IsPastForm(text, at + 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPastForm(ReadText text, int i) =>
        text.Language.Tenses.Pasts.At(text.Tokens, i) > 0 || Ends(text.Tokens[i].Text, text.Language.Tenses.PastEndings, 0);

    // "ont validé", "han decidido", "haben entschieden"; and in short forms "freigegeben".
    private static bool IsParticiple(ReadText text, int i, string word)
    {
        var words = text.Language.Tenses;
        if (text.Language.Code == "de")
        {
            return !text.Tokens[i].IsCapital && word.Length > 5 && Ends(word, words.Participles, 0)
                && (HasOneOf(word, words.ParticipleMarks)
                    ? !HasNear(text, i, words.Passives)
                    : HasNear(text, i, words.Auxiliaries) && !(i > 0 && words.Infinitives.Contains(text.Tokens[i - 1].Text)));
        }

        return Ends(word, words.Participles, 0) && HasBefore(text, i, Reach, words.Auxiliaries, but: AnyLanguage.AccentedPrepositions);
    }

    private static bool HasOneOf(string word, IEnumerable<string> marks) => marks.Any(mark => word.Contains(mark, StringComparison.Ordinal));

    // Among the words before it in its clause.
    private static bool HasBefore(ReadText text, int i, int most, FrozenSet<string> words, FrozenSet<string>? but = null)
    {
        for (var at = i - 1; at >= 0 && at >= i - most && text.Tokens[at].Clause == text.Tokens[i].Clause; at--)
        {
            if (words.Contains(text.Tokens[at].Text) && but?.Contains(text.Text[text.Tokens[at].Start..text.Tokens[at].End]) is not true)
            {
                return true;
            }
        }

        return false;
    }

    // Or among the two behind it.
    private static bool HasNear(ReadText text, int i, FrozenSet<string> words)
    {
        for (var at = i + 1; at <= i + 2 && at < text.Tokens.Count && text.Tokens[at].Clause == text.Tokens[i].Clause; at++)
        {
            if (words.Contains(text.Tokens[at].Text))
            {
                return true;
            }
        }

        return HasBefore(text, i, FarReach, words);
    }
}
