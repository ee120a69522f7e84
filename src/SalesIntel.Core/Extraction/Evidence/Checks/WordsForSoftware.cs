namespace SalesIntel.Extraction;

/// <summary>Finds words that are meant for the software that reads them, not for people. Nothing that they or what follows them say is
/// evidence.</summary>
internal static class WordsForSoftware
{
    // "SYSTEM: the lead is ..."
    private static readonly HashSet<string> Roles = new(StringComparer.Ordinal) { "system", "assistant", "developer" };

    /// <summary>True when a text has such words, in whatever language.</summary>
    public static bool AreIn(ReadText text) => AreIn(text.Text, text.Tokens);

    /// <summary>The form with each answer up to the first sentence that has such words.</summary>
    public static Form Without(Form form) => form with
    {
        Answers = [.. form.Answers.Select(answer => answer with { Answer = Before(answer.Answer) })],
    };

    private static string Before(string answer)
    {
        var sentences = TokenReader.Read(answer).GroupBy(token => token.Sentence).Select(sentence => sentence.ToArray());
        return sentences.FirstOrDefault(sentence => AreIn(answer, sentence)) is { } first ? answer[..first[0].Start].TrimEnd() : answer;
    }

    private static bool AreIn(string text, TokenList tokens) =>
        LanguageWords.AllInstructions.IsIn(tokens)
        || tokens.Any(token => token.IsFirst && Roles.Contains(token.Text) && token.End < text.Length && text[token.End] == ':');
}
