namespace SalesIntel.Simulator;

/// <summary>
/// The answer for a text, or for names, that nobody curated: for each element of a framework the first turn that has one of its words,
/// quoted as it stands; of a booking, the answers that speak of a pain, and for any other name the answer to a question that has its words.
/// Deterministic; knows nothing where the prompt shows neither.
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

    // Of other frameworks; looked for only when they are asked for.
    private static readonly (string Element, string[] Words)[] s_others =
    [
        ("paper_process", ["legal", "security review", "procurement", "contract"]),
        ("budget", ["budget", "afford"]),
        ("authority", ["owns the budget", "signs", "who decides", "approves"]),
        ("need", ["problem", "lost", "wrong", "we need"]),
        ("timing", ["deadline", "by the end", "january", "december", "next month"]),
        ("situation", ["today", "currently", "we use", "our team"]),
        ("pain", ["problem", "lost", "wrong", "slow", "mistake", "error", "frustrat"]),
        ("impact", ["percent", "dollars", "euros", "days", "weeks"]),
        ("critical_event", ["deadline", "launch", "january", "december"]),
        ("decision", ["who decides", "signs", "board", "approves"]),
    ];

    /// <param name="text">The prompt.</param>
    /// <param name="wanted">The properties that are asked for.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<Finding>> From(PromptText text, IReadOnlyCollection<string> wanted)
    {
        var turns = text.Turns.Where(turn => turn.Number is not null && turn.Words.Length <= LongestQuote).ToArray();
        var found = new Dictionary<string, IReadOnlyList<Finding>>();
        foreach (var (element, words) in s_words.Concat(s_others.Where(entry => wanted.Contains(entry.Element))))
        {
            var turn = Array.Find(turns, turn => words.Any(word => turn.Words.Contains(word, StringComparison.OrdinalIgnoreCase)));
            found[element] = turn is null ? [] : [new Finding(turn.Words, turn.Words, turn.Speaker, turn.Number)];
        }

        var known = s_words.Count(entry => found[entry.Element].Count > 0);
        found["stated_pain_points"] = [.. text.AnswerLines.Where(Hurts).Select(line => new Finding(line))];
        found["confidence"] = turns.Length == 0 ? [] : [new Finding(known switch { <= 2 => "Cold", <= 6 => "Warm", _ => "Hot" })];
        foreach (var name in wanted.Where(name => Findings.KeyOf(found.Keys, name) is null && !AnswerBook.Knows(name)))
        {
            found[name] = text.AnswerTo(name.Split('_')) is { Length: > 0 } answer ? [new Finding(answer)] : [];
        }

        return found;
    }

    private static bool Hurts(string line) =>
        line.Length <= LongestQuote && s_words.Single(entry => entry.Element == "identified_pain").Words
            .Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase));
}
