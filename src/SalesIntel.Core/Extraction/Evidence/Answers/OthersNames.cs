namespace SalesIntel.Extraction;

/// <summary>Tells where an answer names somebody else, or a place where its writer is not: "we print for Quill", "my old boss at Quill",
/// "travelling to Lisbon". Such a name is neither his company nor where he is.</summary>
internal static class OthersNames
{
    private static readonly PhraseSet People = AnyLanguage.SharedPhrases("people");
    private static readonly PhraseSet Elsewhere = AnyLanguage.SharedPhrases("elsewhere");
    private static readonly FrozenSet<string> For = AnyLanguage.SharedWords("for");
    private static readonly FrozenSet<string> We = AnyLanguage.SharedWords("we");
    private static readonly string WeEnding = AnyLanguage.Shared["we ending"][0];

    /// <summary>True when a value stands nowhere in the answer but behind such words in its clause, or has them itself.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="value">The name, or another value that somebody else may have.</param>
    /// <param name="isName">False for another value: "my colleague has 30", but "we ship to Bergen with Pipit".</param>
    public static bool IsOne(ReadText answer, TokenList value, bool isName)
    {
        string[] words = [.. value.Select(token => token.Text)];
        int[] places = [.. Enumerable.Range(0, words.Length == 0 ? 0 : answer.Tokens.Count).Where(at => PhraseSet.Follows(answer.Tokens, at, words))];
        return places.Length > 0 && Array.TrueForAll(places, at => IsOf(answer, at, at + words.Length, isName));
    }

    // A name may have any word: "Reisen Ahlers".
    private static bool IsOf(ReadText answer, int start, int end, bool isName)
    {
        var (tokens, isOurs) = (answer.Tokens, false);
        end = Array.TrueForAll(tokens.Slice(start, end), token => token.IsCapital) ? start : end;
        for (var i = Enumerable.Range(0, start + 1).First(at => tokens[at].Clause == tokens[start].Clause); i < end; i++)
        {
            if (People.At(tokens, i) > 0 || (isName && (Elsewhere.At(tokens, i) > 0 || (isOurs && For.Contains(tokens[i].Text))
                || (answer.Language.Reservations.At(tokens, i, out var kind) > 0 && kind == "other"))))
            {
                return true;
            }

            isOurs |= We.Contains(tokens[i].Text) || tokens[i].Text.EndsWith(WeEnding, StringComparison.Ordinal);
        }

        return false;
    }
}
