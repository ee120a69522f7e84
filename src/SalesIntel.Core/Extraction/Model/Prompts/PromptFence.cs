namespace SalesIntel.Extraction;

/// <summary>Marks where untrusted text begins and ends in a prompt. The mark is derived from the text itself, so that the
/// same input gives the same prompt, and is one that occurs in none of the texts, so that no text can end its fence.</summary>
internal sealed class PromptFence
{
    private const int Digits = 16;

    private readonly string _mark;

    private PromptFence(string mark) => _mark = mark;

    /// <summary>The mark, for the sentence that explains it.</summary>
    public string Mark => _mark;

    /// <summary>A fence for these texts.</summary>
    public static PromptFence For(params IReadOnlyList<string> texts)
    {
        var mark = Digest.OfAll(texts, Digits);
        while (texts.Any(text => text.Contains(mark, StringComparison.OrdinalIgnoreCase)))
        {
            mark = Digest.Of(mark, Digits);
        }

        return new PromptFence(mark);
    }

    /// <summary>The text inside its fence.</summary>
    public string Wrap(string label, string text) => $"<<<{label} {_mark}\n{text}\n{_mark} {label}>>>";
}
