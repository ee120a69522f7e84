using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>The words of a form's answers, in which values are looked up. Built once for a form.</summary>
internal sealed class AnswerWords
{
    private const int MaxQuoteCharacters = 600;

    private readonly (FormAnswer Answer, Word[] Words)[] answers;
    private readonly HashSet<string> all;
    private readonly string text;

    public AnswerWords(Form form)
    {
        answers = [.. form.Answers.Select(answer => (answer, Word.Split(answer.Answer)))];
        all = [.. answers.SelectMany(answer => answer.Words).Concat(Word.Split(form.Name)).Select(word => word.Text)];
        text = string.Join('\n', form.Answers.Select(answer => answer.Answer).Append(form.Name));
    }

    /// <summary>The answers that hold a value, or some of its lines, word for word.</summary>
    public IReadOnlyList<Claim> Find(string value)
    {
        if (Claim(value, "") is { } whole)
        {
            return [whole];
        }

        var lines = value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length < 2 ? [] : [.. lines.Select(line => Claim(line, line)).OfType<Claim>()];
    }

    /// <summary>True when the form speaks of the value: the longest word stands for it, its small words are in any text.</summary>
    public bool Mention(string value) =>
        text.Contains(value, StringComparison.OrdinalIgnoreCase)
        || (Word.Split(value).Select(word => word.Text).Where(word => word != "www").MaxBy(word => word.Length) is { Length: > 1 } longest
            && all.Contains(longest));

    private Claim? Claim(string value, string text)
    {
        var wanted = Array.ConvertAll(Word.Split(value), word => word.Text);
        foreach (var (answer, words) in answers)
        {
            if (IndexOf(words, wanted) is >= 0 and var at)
            {
                return new Claim
                {
                    Text = text,
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
