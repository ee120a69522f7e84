namespace SalesIntel.Simulator;

/// <summary>
/// The answer for a text that nobody curated: for each MEDDIC element the first turn that has one of its words, quoted as it
/// stands; of a booking, the answers that speak of a pain. Deterministic; knows nothing where the prompt shows neither.
/// </summary>
internal static class GenericFindings
{
    private const int LongestQuote = 300;

    private static readonly (string Element, string[] Words)[] s_words =
    [
        ("metrics", ["percent", "per cent", "days", "hours", "weeks", "dollars", "euros", "a month", "a year"]),
        ("economic_buyer", ["budget", "signs", "sign off", "who decides", "approves"]),
        ("decision_criteria", ["must", "requirement", "we need", "criteria"]),
        ("decision_process", ["pilot", "legal", "security review", "board", "procurement"]),
        ("identified_pain", ["problem", "lost", "wrong", "slow", "mistake", "error", "frustrat"]),
        ("champion", ["I'll run", "I will run", "I'll present", "I'd like to", "I want"]),
        ("competition", ["competitor", "other tools", "we looked at", "alternative", "also trying"]),
        ("next_steps", ["I'll send", "I will send", "next call", "follow up", "next week"]),
        ("risks", ["risk", "concern", "could stop", "worried"]),
    ];

    public static IReadOnlyDictionary<string, IReadOnlyList<Finding>> From(PromptText text)
    {
        var turns = text.Turns.Where(turn => turn.Number is not null && turn.Words.Length <= LongestQuote).ToArray();
        var found = new Dictionary<string, IReadOnlyList<Finding>>();
        foreach (var (element, words) in s_words)
        {
            var turn = Array.Find(turns, turn => words.Any(word => turn.Words.Contains(word, StringComparison.OrdinalIgnoreCase)));
            found[element] = turn is null ? [] : [new Finding(turn.Words, turn.Words, turn.Speaker, turn.Number)];
        }

        var known = found.Values.Count(findings => findings.Count > 0);
        found["stated_pain_points"] = [.. text.AnswerLines.Where(Hurts).Select(line => new Finding(line))];
        found["confidence"] = turns.Length == 0 ? [] : [new Finding(known switch { <= 2 => "Cold", <= 6 => "Warm", _ => "Hot" })];
        return found;
    }

    private static bool Hurts(string line) =>
        line.Length <= LongestQuote && s_words.Single(entry => entry.Element == "identified_pain").Words
            .Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase));
}
