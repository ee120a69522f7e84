using SalesIntel.Text;

namespace SalesIntel.Leads;

/// <summary>The name of a speaker or an attendee, for comparison.</summary>
/// <param name="Name">The name itself, see <see cref="PersonName.Normalize(string)"/>; empty when there is none.</param>
/// <param name="Extras">The words of each remark beside the name: a company, a role, pronouns.</param>
/// <param name="Email">The address in place of the name or beside it, lower case; null when there is none.</param>
internal sealed record SpokenName(string Name, IReadOnlyList<IReadOnlyList<string>> Extras, string? Email)
{
    /// <summary>Takes a name apart.</summary>
    public static SpokenName Of(string text)
    {
        var shown = DisplayName.Of(text);
        return new SpokenName(
            shown.Name.Length > 0 ? PersonName.Normalize(shown) : "",
            [.. shown.Remarks.Select(WordsOf).Where(words => words.Count > 0)],
            shown.Email?.Value);
    }

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
    public bool Is(SpokenName other) => PersonName.SameWords(Name, other.Name);

    /// <summary>True when one name is the other one shortened: <c>Ann</c> or <c>Ann L.</c> for <c>Ann Lee</c>.</summary>
    public bool MayBe(SpokenName other) => IsShortOf(WordsOf(Name), WordsOf(other.Name)) || IsShortOf(WordsOf(other.Name), WordsOf(Name));

    private static bool IsShortOf(IReadOnlyList<string> shorter, IReadOnlyList<string> longer) =>
        shorter.Any(longer.Contains)
        && shorter.All(word => longer.Any(whole => whole == word || (word.Length == 1 && whole.StartsWith(word, StringComparison.Ordinal))));
}
