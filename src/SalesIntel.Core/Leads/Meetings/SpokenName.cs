using System.Text.RegularExpressions;
using SalesIntel.Text;

namespace SalesIntel.Leads;

/// <summary>A name as a recorder, a relay or a calendar shows it, e.g. <c>**[Ann Lee (Acme)]:**</c>, taken apart.</summary>
/// <param name="Words">The words of the name itself, normalised; empty when there is none.</param>
/// <param name="Extras">The words of each remark beside the name: a company, a role, pronouns.</param>
/// <param name="Email">The address in place of the name or beside it, lower case; null when there is none.</param>
internal sealed partial record SpokenName(IReadOnlyList<string> Words, IReadOnlyList<IReadOnlyList<string>> Extras, string? Email)
{
    // Longer than any name; what is longer would only cost time.
    private const int LongestName = 200;

    /// <summary>Takes a name apart.</summary>
    public static SpokenName Of(string text)
    {
        var line = TextCleaner.Cut(TextCleaner.Name(text), LongestName);
        var email = Address().Match(line) is { Success: true } match && EmailAddress.TryParse(match.Value, out var address) ? address.Value : null;
        var name = SpeakerName.Of(Address().Replace(line, " "));
        var parts = Separator().Split(name.Name).Where(part => part.Any(char.IsLetterOrDigit)).ToArray();
        return new SpokenName(
            WordsOf(parts.FirstOrDefault("")),
            [.. name.Remark.Split(SpeakerName.Between).Concat(parts.Skip(1)).Select(WordsOf).Where(words => words.Count > 0)],
            email);
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
    public bool Is(SpokenName other) => Words.Count > 0
        && (string.Concat(Words) == string.Concat(other.Words) || (Words.Count == other.Words.Count && Words.All(other.Words.Contains)));

    /// <summary>True when one name is the other one shortened: <c>Ann</c> or <c>Ann L.</c> for <c>Ann Lee</c>.</summary>
    public bool MayBe(SpokenName other) => IsShortOf(Words, other.Words) || IsShortOf(other.Words, Words);

    private static bool IsShortOf(IReadOnlyList<string> shorter, IReadOnlyList<string> longer) =>
        shorter.Any(longer.Contains)
        && shorter.All(word => longer.Any(whole => whole == word || (word.Length == 1 && whole.StartsWith(word, StringComparison.Ordinal))));

    [GeneratedRegex(@"[^\s<>()\[\]{},;:""|]+@[^\s<>()\[\]{},;:""|]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    // A hyphen inside of a double name has no spaces around it.
    [GeneratedRegex(@"\s[-–—]+\s|[|/·•@]|\s(?:from|at)\s", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Separator();
}
