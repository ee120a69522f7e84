namespace SalesIntel.Leads;

/// <summary>Names whose family name stands first, as in Russian and Ukrainian lists: <c>Иванов Иван Иванович</c>, <c>Иванов И.И.</c>
/// </summary>
internal static class SlavicName
{
    private const int ShortestEnding = 2;

    /// <summary>True where the endings say so plainly: a father's name stands last, none in the middle, and a family name first. Families are
    /// called like fathers too (Рабинович); or initials alone stand behind it.</summary>
    public static bool IsOne(string[] words) => words.Length is 2 or 3
        && EndsWith(words[0], NameWords.SlavicFamilyEndings)
        && (words[1..].All(IsInitials) || (words.Length == 3
            && EndsWith(words[2], NameWords.PatronymicEndings) && !EndsWith(words[1], NameWords.PatronymicEndings)));

    private static bool IsInitials(string word) => word.EndsWith('.') && word.Split('.').All(letter => letter.Length <= 1);

    private static bool EndsWith(string word, IReadOnlyList<string> endings)
    {
        var small = word.ToLowerInvariant();
        return endings.Any(ending => small.Length >= ending.Length + ShortestEnding && small.EndsWith(ending, StringComparison.Ordinal));
    }
}
