namespace SalesIntel.Extraction;

/// <summary>Finds the words of a text that tell whether something is, was, or is meant to be.</summary>
internal static class TenseReader
{
    private const int LeastStem = 2;
    private const int Reach = 3;
    private const int FarReach = 12;

    // "is required" tells of no past, "has been approved" does.
    private static readonly HashSet<string> Being = new(StringComparer.Ordinal) { "is", "are", "be", "being", "am", "get", "gets", "getting" };

    // "wird freigegeben", "soll freigegeben werden"
    private static readonly HashSet<string> Passive = new(StringComparer.Ordinal)
    {
        "wird", "werden", "werde", "soll", "sollen", "muss", "mussen", "kann", "konnen", "will", "wollen", "zu",
    };

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
        var (language, word) = (text.Language, text.Text[token.Start..token.End].ToLowerInvariant());

        // "they'll": the ending is no word of its own.
        var tense = language.Code == "en" && text.Text.AsSpan(token.End) is ['\'' or '’', 'l', 'l', ..] or ['\'' or '’', 'd', ' ', 'l', 'i', 'k', 'e', ..]
            ? Tense.Plan
            : Tense.None;
        if ((language.Presents.Contains(token.Text) && word != "à") || word is "é" or "está" or "están" or "estão")
        {
            tense |= Tense.Present;
        }

        tense |= language.Subjects.Contains(token.Text) ? Tense.Act : Tense.None;
        if (!char.IsLetter(token.Text[0]) || (token.IsCapital && !token.IsFirst))
        {
            return tense;
        }

        tense |= Ends(language.FutureEndings) ? Tense.Plan : Tense.None;
        tense |= Ends(language.PresentEndings) ? Tense.Act : Tense.None;
        return Ends(language.PastEndings) && !IsPassive(text, i) || IsParticiple(text, i, word) ? tense | Tense.Past : tense;

        bool Ends(IReadOnlyList<string> endings)
        {
            foreach (var ending in endings)
            {
                if (word.Length >= ending.Length + LeastStem && word.EndsWith(ending, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static bool IsPassive(ReadText text, int i) => text.Language.Code == "en"
        && Before(text, i, 2).Any(index => Being.Contains(text.Tokens[index].Text));

    // "ont validé", "han decidido", "haben entschieden"; and in short forms "freigegeben".
    private static bool IsParticiple(ReadText text, int i, string word)
    {
        var language = text.Language;
        if (language.Code == "de")
        {
            var isPart = !text.Tokens[i].IsCapital && word.Length > 5 && language.Participles.Any(ending =>
                word.EndsWith(ending, StringComparison.Ordinal));
            return isPart && (word.Contains("ge", StringComparison.Ordinal)
                ? !Near(text, i).Any(index => Passive.Contains(text.Tokens[index].Text))
                : Near(text, i).Any(index => language.Auxiliaries.Contains(text.Tokens[index].Text))
                    && !(i > 0 && text.Tokens[i - 1].Text == "zu"));
        }

        return language.Participles.Any(ending => word.EndsWith(ending, StringComparison.Ordinal))
            && Before(text, i, Reach).Any(index => language.Auxiliaries.Contains(text.Tokens[index].Text)
                && !text.Text.AsSpan(text.Tokens[index].Start).StartsWith("à"));
    }

    private static IEnumerable<int> Before(ReadText text, int i, int most) =>
        Enumerable.Range(1, most).Select(step => i - step).TakeWhile(index => index >= 0 && text.Tokens[index].Clause == text.Tokens[i].Clause);

    private static IEnumerable<int> Near(ReadText text, int i) => Before(text, i, FarReach).Concat(
        Enumerable.Range(i + 1, 2).TakeWhile(index => index < text.Tokens.Count && text.Tokens[index].Clause == text.Tokens[i].Clause));
}
