using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>The words of a form's answers, in which values are looked up. Built once for a form.</summary>
internal sealed class AnswerWords
{
    private const int MaxQuoteCharacters = 600;
    private const int LongValue = 100;

    private readonly (FormAnswer Answer, Word[] Words)[] answers;

    public AnswerWords(Form form)
    {
        answers = [.. form.Answers.Select(answer => (answer, Word.Split(AnswerText(answer))))];
    }

    /// <summary>The answer up to words that are meant for the software that reads it: what they ask for is no answer.</summary>
    public static string AnswerText(FormAnswer answer)
    {
        var text = new ReadText(answer.Answer, LanguageWords.All[0]);
        for (var sentence = 0; text.Tokens.Count > 0 && sentence <= text.Tokens[^1].Sentence; sentence++)
        {
            Token[] tokens = [.. text.Tokens.Where(token => token.Sentence == sentence)];
            if (LanguageWords.All.Any(language => language.Instructions.IsIn(tokens)))
            {
                return answer.Answer[..tokens[0].Start];
            }
        }

        return answer.Answer;
    }

    /// <summary>The answer that holds a value word for word; null when none does.</summary>
    public Claim? Find(string value)
    {
        foreach (var (answer, words) in answers)
        {
            // An answer to a question of no kind is shown together with it.
            var question = TextCleaner.Line(answer.Question) + ": ";
            var wanted = Array.ConvertAll(
                Word.Split(value.StartsWith(question, StringComparison.Ordinal) ? value[question.Length..] : value), word => word.Text);
            if (wanted.Length > LongValue)
            {
                // A long value is cut at its limit, perhaps within a word.
                wanted = wanted[..^1];
            }

            if (IndexOf(words, wanted) is >= 0 and var at)
            {
                return new Claim
                {
                    Text = value,
                    Question = TextCleaner.Line(answer.Question),
                    Quote = Quote(answer.Answer, words[at].Start, words[at + wanted.Length - 1].End),
                    Support = ClaimSupport.Supported,
                };
            }
        }

        return null;
    }

    private static int IndexOf(Word[] words, string[] wanted)
    {
        for (var start = 0; wanted.Length > 0 && start + wanted.Length <= words.Length; start++)
        {
            var length = 0;
            while (length < wanted.Length && words[start + length].Text == wanted[length])
            {
                length++;
            }

            if (length == wanted.Length)
            {
                return start;
            }
        }

        return -1;
    }

    // The whole line shows what the words mean there; of a long one the words themselves have to do.
    private static string Quote(string answer, int start, int end)
    {
        var first = start == 0 ? 0 : answer.LastIndexOf('\n', start - 1) + 1;
        var last = answer.IndexOf('\n', end) is >= 0 and var line ? line : answer.Length;
        return TextCleaner.Line(last - first <= MaxQuoteCharacters ? answer[first..last] : answer[start..end], MaxQuoteCharacters);
    }
}
