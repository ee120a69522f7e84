using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Finds words that are meant for the software that reads them, not for people. Nothing that they or what follows them say is
/// evidence.</summary>
internal static class WordsForSoftware
{
    // A sentence without an end is read in parts that overlap: what looks at a sentence goes through it for each of its words.
    private const int PartOfSentence = 200;
    private const int Overlap = 100;

    /// <summary>True when a text has such words, in whatever language.</summary>
    public static bool AreIn(string text) => StartIn(text, TokenReader.Read(text)) < text.Length;

    /// <summary>Where such words begin: with the first sentence that has them, or with the one before it when that is what shall be
    /// written down. The text's length when it has none.</summary>
    public static int StartIn(string text, TokenList tokens)
    {
        var (previous, isAddressed) = (0, false);
        for (var (first, end) = (0, 0); first < tokens.Count; first = end)
        {
            while (end < tokens.Count && tokens[end].Sentence == tokens[first].Sentence)
            {
                end++;
            }

            for (var (part, isAlone) = (first, false); ; part += PartOfSentence - Overlap)
            {
                var sentence = new SoftwareSentence(text, tokens.Slice(part, Math.Min(end, part + PartOfSentence)));
                if (sentence.IsForSoftware() || (isAddressed && part == first && sentence.BeginsWithOrder))
                {
                    return isAddressed || sentence.PointsBack ? previous : part == 0 ? 0 : tokens[part].Start;
                }

                isAlone |= sentence.IsAddressAlone;
                if (part + PartOfSentence >= end)
                {
                    (previous, isAddressed) = (first == 0 ? 0 : tokens[first].Start, isAlone);
                    break;
                }
            }
        }

        return text.Length;
    }

    /// <summary>What stands before such words.</summary>
    public static string Before(string text) => StartIn(text, TokenReader.Read(text)) is var start && start < text.Length
        ? text[..start].TrimEnd()
        : text;

    /// <summary>The form with each answer up to such words; the form itself when it has none.</summary>
    public static Form Without(Form form)
    {
        FormAnswer[] answers = [.. form.Answers.Select(answer => answer with { Answer = Before(answer.Answer) })];
        return answers.Zip(form.Answers).All(one => one.First.Answer.Length == one.Second.Answer.Length) ? form : form with { Answers = answers };
    }
}
