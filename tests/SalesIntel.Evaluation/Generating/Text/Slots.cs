using System.Globalization;

namespace SalesIntel.Evaluation.Generating.Text;

/// <summary>Fills the slots of one case's phrases. A word (<c>{exec}</c>, <c>{exec2}</c>) is chosen once for the case and never twice for
/// two
/// slots; a number (<c>{n:10-60}</c>, <c>{money:20-90}</c>, <c>{pct:5-40}</c>, <c>{date}</c>) is drawn anew, unless it has a mark within
/// its
/// phrase (<c>{n:10-60#a}</c>).</summary>
internal sealed class Slots(WordLists words, Seeded random)
{
    private readonly Dictionary<string, string> chosen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> marked = new(StringComparer.Ordinal);

    /// <summary>Chooses the word of a slot beforehand, e.g. a speaker's name.</summary>
    public void Set(string slot, string word) => chosen[slot] = word;

    /// <summary>Forgets the numbers that were marked: a new phrase begins.</summary>
    public void Begin() => marked.Clear();

    /// <summary>What stands in a slot.</summary>
    public string Fill(string slot)
    {
        var hash = slot.IndexOf('#', StringComparison.Ordinal);
        if (hash >= 0)
        {
            return marked.TryGetValue(slot, out var known) ? known : marked[slot] = Fill(slot[..hash]);
        }

        var colon = slot.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? slot == "date" ? Date() : Word(slot) : Number(slot[..colon], slot[(colon + 1)..]);
    }

    private string Word(string slot)
    {
        var dot = slot.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0)
        {
            var names = Word(slot[..dot]).Split(' ', 2);
            return slot[(dot + 1)..] == "first" ? names[0] : names[^1];
        }

        if (chosen.TryGetValue(slot, out var word))
        {
            return word;
        }

        var taken = chosen.Values.ToHashSet(StringComparer.Ordinal);
        var list = words.Of(slot.TrimEnd('1', '2', '3', '4', '5', '6', '7', '8', '9'));
        var free = list.Where(item => !taken.Contains(item)).ToArray();
        return chosen[slot] = random.Pick(free.Length > 0 ? free : [.. list]);
    }

    private string Number(string kind, string range)
    {
        var ends = range.Split('-');
        var number = random.Between(Int(ends[0]), Int(ends[1]));
        return kind switch
        {
            "n" => random.Chance(55) ? NumberWords.Of(number) : number.ToString("#,0", CultureInfo.InvariantCulture),
            "d" => number.ToString(CultureInfo.InvariantCulture),
            "pct" => random.Below(3) switch
            {
                0 => $"{number}%",
                1 => $"{NumberWords.Of(number)} percent",
                _ => $"{number} percent",
            },
            "money" => random.Below(5) switch
            {
                0 => $"${number},000",
                1 => $"{NumberWords.Of(number)} thousand dollars",
                2 => $"{number}k",
                3 => $"{number},000 dollars",
                _ => $"{NumberWords.Of(number)} grand",
            },
            _ => throw new InvalidDataException($"'{kind}' is no kind of number."),
        };
    }

    private string Date()
    {
        var month = random.Pick(words.Of("month"));
        var day = random.Between(2, 28);
        return random.Below(5) switch
        {
            0 => $"{month} {day}",
            1 => $"{month} {NumberWords.OrdinalDigits(day)}",
            2 => $"the {NumberWords.Ordinal(day)} of {month}",
            3 => $"{month} {NumberWords.Ordinal(day)}",
            _ => $"the {NumberWords.OrdinalDigits(day)} of {month}",
        };
    }

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
