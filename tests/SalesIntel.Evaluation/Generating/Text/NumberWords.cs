namespace SalesIntel.Evaluation.Generating.Text;

/// <summary>Numbers as they are spoken.</summary>
internal static class NumberWords
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["one"] = "first", ["two"] = "second", ["three"] = "third", ["five"] = "fifth", ["eight"] = "eighth", ["nine"] = "ninth",
        ["twelve"] = "twelfth",
    };

    private static readonly Dictionary<string, int> Values = ValuesOfWords();

    /// <summary>A number below a million in words.</summary>
    public static string Of(int number) => number switch
    {
        < 20 => Small[number],
        < 100 => number % 10 == 0 ? Tens[number / 10] : $"{Tens[number / 10]}-{Small[number % 10]}",
        < 1_000 => number % 100 == 0 ? $"{Small[number / 100]} hundred" : $"{Small[number / 100]} hundred and {Of(number % 100)}",
        _ => number % 1_000 == 0 ? $"{Of(number / 1_000)} thousand" : $"{Of(number / 1_000)} thousand {Of(number % 1_000)}",
    };

    /// <summary>An ordinal number below a hundred in words.</summary>
    public static string Ordinal(int number)
    {
        var words = Of(number);
        var at = words.LastIndexOf('-') + 1;
        var last = words[at..];
        return words[..at] + (Irregular.TryGetValue(last, out var ordinal) ? ordinal
            : last.EndsWith('y') ? $"{last[..^1]}ieth"
            : $"{last}th");
    }

    /// <summary>An ordinal number in digits.</summary>
    public static string OrdinalDigits(int number) => $"{number}{((number % 100) is > 10 and < 14 ? "th" : (number % 10) switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    })}";

    /// <summary>The value of a number word; null for other words.</summary>
    public static int? ValueOf(string word) => Values.TryGetValue(word, out var value) ? value : null;

    private static Dictionary<string, int> ValuesOfWords()
    {
        var values = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var number = 0; number < 100; number++)
        {
            if (number < Small.Length || number % 10 == 0)
            {
                values[Of(number)] = number;
            }

            if (number is > 0 and < 32)
            {
                values.TryAdd(Ordinal(number), number);
            }
        }

        return values;
    }
}
