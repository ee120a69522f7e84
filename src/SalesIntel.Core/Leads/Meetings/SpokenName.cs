namespace SalesIntel.Leads;

/// <summary>The name of a speaker or an attendee, for comparison with many others.</summary>
internal sealed class SpokenName
{
    private readonly (string Joined, string Sorted) keys;
    private readonly IReadOnlyList<string> words;

    private SpokenName(DisplayName shown)
    {
        var name = shown.Name.Length > 0 ? PersonName.Normalize(shown) : "";
        keys = PersonName.ComparisonKeys(name);
        words = WordsOf(name);
        Extras = [.. shown.Remarks.Select(WordsOf).Where(remark => remark.Count > 0)];
        Email = shown.Email?.Value;
    }

    /// <summary>The words of each remark beside the name: a company, a role, pronouns.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Extras { get; }

    /// <summary>The address in place of the name or beside it, lower case; null when there is none.</summary>
    public string? Email { get; }

    /// <summary>True for a name of several words: it tells one person of many.</summary>
    public bool IsFull => words.Count > 1;

    /// <summary>Takes a name apart.</summary>
    public static SpokenName Of(string text) => new(DisplayName.Of(text));

    /// <summary>The words of a text, normalised for comparison; each once. Adjacent characters of a script without spaces are one word.
    /// </summary>
    public static IReadOnlyList<string> WordsOf(string text)
    {
        List<string> words = [];
        var end = -1;
        foreach (var word in Word.Split(text))
        {
            if (word.Start == end)
            {
                words[^1] += word.Text;
            }
            else
            {
                words.Add(word.Text);
            }

            end = word.End;
        }

        return [.. words.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>True when both names have the same words, in whatever order.</summary>
    public bool Is(SpokenName other) => PersonName.SameWords(keys, other.keys);

    /// <summary>True when one name is the other one shortened: <c>Ann</c> or <c>Ann L.</c> for <c>Ann Lee</c>.</summary>
    public bool MayBe(SpokenName other) => IsShortOf(words, other.words) || IsShortOf(other.words, words);

    private static bool IsShortOf(IReadOnlyList<string> shorter, IReadOnlyList<string> longer) =>
        shorter.Any(longer.Contains)
        && shorter.All(word => longer.Any(whole => whole == word || (word.Length == 1 && whole.StartsWith(word, StringComparison.Ordinal))));
}
