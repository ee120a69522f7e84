namespace SalesIntel.Extraction;

/// <summary>Finds the words of a text that tell whether something is, was, or is meant to be.</summary>
internal static class TenseReader
{
    private const int LeastStem = 2;
    private const int Reach = 3;
    private const int FarReach = 12;
    private const int ListReach = 9;

    // "is required" tells of no past, "has been approved" does.
    private static readonly FrozenSet<string> Being =
        FrozenSet.Create(StringComparer.Ordinal, "is", "are", "be", "being", "am", "get", "gets", "getting");

    // "wird freigegeben", "soll freigegeben werden"
    private static readonly FrozenSet<string> Passive = FrozenSet.Create(
        StringComparer.Ordinal, "wird", "werden", "werde", "soll", "sollen", "muss", "mussen", "kann", "konnen", "will", "wollen", "zu");

    /// <summary>The tense of each token.</summary>
    public static Tense[] Read(ReadText text)
    {
        var tenses = new Tense[text.Tokens.Count];
        for (var i = 0; i < tenses.Length; i++)
        {
            if (text.Language.NoTense.At(text.Tokens, i) is > 0 and var skipped)
            {
                i += skipped - 1;
                continue;
            }

            Mark(text.Language.Plans.At(text.Tokens, i), Tense.Plan);
            Mark(text.Language.Pasts.At(text.Tokens, i) is > 0 and var words && !IsPassive(text, i) ? words : 0, Tense.Past);
            Mark(text.Language.Overs.At(text.Tokens, i), Tense.Over);
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
        var (language, word) = (text.Language, WithAccents(text.Text.AsSpan(token.Start, token.End - token.Start), token.Text));

        // "they'll": the ending is no word of its own.
        var behind = text.Text.AsSpan(token.End);
        var isShort = language.Code == "en" && behind is ['\'' or '’', ..]
            && (behind[1..].StartsWith("ll", StringComparison.Ordinal) || behind[1..].StartsWith("d like", StringComparison.Ordinal));
        var tense = isShort ? Tense.Plan : Tense.None;
        if ((language.Presents.Contains(token.Text) && word != "à") || word is "é" or "está" or "están" or "estão")
        {
            tense |= Tense.Present;
        }

        tense |= language.Subjects.Contains(token.Text) ? Tense.Act : Tense.None;
        if (!char.IsLetter(token.Text[0]) || (token.IsCapital && !token.IsFirst))
        {
            return tense;
        }

        tense |= Ends(word, language.FutureEndings, LeastStem) ? Tense.Plan : Tense.None;
        tense |= Ends(word, language.PresentEndings, LeastStem) ? Tense.Act : Tense.None;
        return Ends(word, language.PastEndings, LeastStem) && !IsPassive(text, i) || IsParticiple(text, i, word) ? tense | Tense.Past : tense;
    }

    // Most words have none.
    private static string WithAccents(ReadOnlySpan<char> word, string folded) =>
        Ascii.EqualsIgnoreCase(word, folded) ? folded : word.ToString().ToLowerInvariant();

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

    private static bool IsPassive(ReadText text, int i) => text.Language.Code == "en" && (HasBefore(text, i, 2, Being) || IsListedPassive(text, i));

    // "Files are printed, written on, scanned and sent back": one verb for all of the list.
    private static bool IsListedPassive(ReadText text, int i)
    {
        for (var at = i - 1; at >= 0 && at >= i - ListReach && text.Tokens[at].Sentence == text.Tokens[i].Sentence
            && !text.Language.Subjects.Contains(text.Tokens[at].Text); at--)
        {
            if (Being.Contains(text.Tokens[at].Text) && text.Tokens[at].Clause != text.Tokens[i].Clause && IsPastForm(text, at + 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPastForm(ReadText text, int i) =>
        text.Language.Pasts.At(text.Tokens, i) > 0 || Ends(text.Tokens[i].Text, text.Language.PastEndings, 0);

    // "ont validé", "han decidido", "haben entschieden"; and in short forms "freigegeben".
    private static bool IsParticiple(ReadText text, int i, string word)
    {
        var language = text.Language;
        if (language.Code == "de")
        {
            return !text.Tokens[i].IsCapital && word.Length > 5 && Ends(word, language.Participles, 0)
                && (word.Contains("ge", StringComparison.Ordinal)
                    ? !HasNear(text, i, Passive)
                    : HasNear(text, i, language.Auxiliaries) && !(i > 0 && text.Tokens[i - 1].Text == "zu"));
        }

        return Ends(word, language.Participles, 0) && HasBefore(text, i, Reach, language.Auxiliaries, but: 'à');
    }

    // Among the words before it in its clause.
    private static bool HasBefore(ReadText text, int i, int most, FrozenSet<string> words, char but = default)
    {
        for (var at = i - 1; at >= 0 && at >= i - most && text.Tokens[at].Clause == text.Tokens[i].Clause; at--)
        {
            if (words.Contains(text.Tokens[at].Text) && text.Text[text.Tokens[at].Start] != but)
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
