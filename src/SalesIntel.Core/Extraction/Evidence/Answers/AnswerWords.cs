using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>The words of a form's answers, in which values are looked up. Built once for a form.</summary>
internal sealed class AnswerWords
{
    private const int MaxQuoteCharacters = 600;
    private const int LongValue = 100;

    private readonly (string Answer, string Question, Word[] Words)[] answers;
    private readonly Dictionary<string, IReadOnlyList<Claim>> found = new(StringComparer.Ordinal);

    public AnswerWords(Form form)
    {
        answers =
        [
            .. form.Answers.Select(answer => (answer.Answer, TextCleaner.Line(answer.Question), Word.Split(answer.Answer))),
        ];
    }

    /// <summary>The first answer that holds a value word for word; null when none does.</summary>
    public Claim? Find(string value) => All(value) is [var first, ..] ? first : null;

    /// <summary>The answers that hold a value word for word.</summary>
    public IReadOnlyList<Claim> All(string value)
    {
        if (!found.TryGetValue(value, out var claims))
        {
            found.Add(value, claims = [.. Search(value)]);
        }

        return claims;
    }

    private IEnumerable<Claim> Search(string value)
    {
        var whole = Wanted(value);
        foreach (var (answer, question, words) in answers)
        {
            // An answer to a question of no kind is shown together with it.
            var wanted = value.StartsWith($"{question}: ", StringComparison.Ordinal) ? Wanted(value[(question.Length + 2)..]) : whole;
            if (IndexOf(words, wanted) is >= 0 and var at)
            {
                yield return new Claim
                {
                    Text = value,
                    Question = question,
                    Quote = Quote(answer, words[at].Start, words[at + wanted.Length - 1].End),
                    Support = ClaimSupport.Supported,
                };
            }
        }
    }

    // A long value is cut at its limit, perhaps within a word.
    private static string[] Wanted(string value)
    {
        var words = Array.ConvertAll(Word.Split(value), word => word.Text);
        return words.Length > LongValue ? words[..^1] : words;
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
        var first = answer.AsSpan(0, start).LastIndexOf('\n') + 1;
        var last = answer.IndexOf('\n', end) is >= 0 and var line ? line : answer.Length;
        return TextCleaner.Line(last - first <= MaxQuoteCharacters ? answer[first..last] : answer[start..end], MaxQuoteCharacters);
    }
}
