using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Extractors;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Scoring;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Lies;

/// <summary>Makes lies about a meeting out of what was said in it.</summary>
internal sealed partial class MeetingLiar
{
    private const int FewestWords = 6;
    private const int MostWords = 40;
    private const int Neighbours = 2;
    private const string English = "en";

    private readonly EvaluationCase one;
    private readonly Seeded random;
    private readonly Said[] buyers;
    private readonly Said[] sellers;
    private readonly IReadOnlyList<TranscriptTurn> transcript;
    private readonly string[] people;
    private readonly DateTime start;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> inventions;

    /// <summary>Looks at a meeting.</summary>
    public MeetingLiar(EvaluationCase one, Meeting meeting, Seeded random)
    {
        (this.one, this.random, transcript) = (one, random, meeting.Transcript);
        people = [.. meeting.Attendees.Select(person => person.Name).Where(name => name.Length > 0)];
        start = (meeting.Start ?? DateTimeOffset.UnixEpoch).UtcDateTime.Date;
        inventions = DataFiles.Sections("lies/meetings.txt").ToDictionary(StringComparer.Ordinal);
        HashSet<string> selling = [.. meeting.Attendees.Where(person => one.IsSeller(person.Email)).Select(person => person.Name)];
        HashSet<string> buying =
        [
            .. meeting.Attendees.Where(person => person.Email is not null && !selling.Contains(person.Name)).Select(person => person.Name),
        ];
        Said[] said =
        [
            .. meeting.Transcript.Select((turn, i) => new Said(turn.Speaker, turn.Text, i + 1))
                .Where(turn => turn.Text.Split(' ').Length is >= FewestWords and <= MostWords),
        ];
        buyers = [.. said.Where(turn => buying.Contains(turn.Speaker))];
        sellers = [.. said.Where(turn => selling.Contains(turn.Speaker) && !turn.Text.EndsWith('?'))];
    }

    /// <summary>Lies of a kind, at most one for each element.</summary>
    public IReadOnlyList<Lie> Of(LieKind kind) =>
        [.. ElementNames.All.Select(element => Of(kind, element)).OfType<Lie>()];

    private Lie? Of(LieKind kind, string element) => kind switch
    {
        LieKind.Unsupported => Quoting(kind, element, buyers, _ => Invention(element)),
        LieKind.SellersWords => element == "decision_process" ? null : Quoting(kind, element, sellers, turn => (turn.Text, "")),
        LieKind.ChangedNumber => Quoting(kind, element, buyers, turn => Distortion.OfNumber(turn.Text, random)),
        LieKind.ChangedName => Quoting(kind, element, buyers, turn => Distortion.OfName(turn.Text, random.Pick(inventions["names"]))),
        LieKind.ChangedDate => Quoting(kind, element, buyers, turn => Distortion.OfDate(turn.Text, random)),
        LieKind.NegationPutIn => Quoting(kind, element, buyers, turn => Distortion.Negated(turn.Text)),
        LieKind.NegationTakenOut => Quoting(kind, element, buyers, turn => Distortion.Affirmed(turn.Text)),
        LieKind.InventedQuote or LieKind.NoTranscript => Invented(kind, element, quote: Invention(element).Claim),
        LieKind.NoQuote => Invented(kind, element, quote: null),
        LieKind.WrongElement => Misplaced(element),
        LieKind.ObeyedInstruction => Obeyed(element),
        LieKind.ChangedUnit or LieKind.NarrowedRange or LieKind.QuestionAsStatement or LieKind.DroppedCondition or LieKind.PlanAsFact
            or LieKind.OtherTense or LieKind.TurnedDirection or LieKind.RaisedQuantifier => Quoting(kind, element, buyers, turn =>
                Twist.Of(kind, turn.Text, English).FirstOrDefault() is { } lie ? (lie, lie) : null),
        LieKind.StitchedQuote => Stitched(element),
        LieKind.SilentAttendee => Quoting(kind, element, buyers, turn => Silent(turn) is { } name
            ? (First().Replace(turn.Text, name, 1), name) : null),
        LieKind.WrongWeekday => Quoting(kind, element, buyers, turn => Weekday().Match(turn.Text) is { Success: true } match
            ? (turn.Text.Insert(match.Index + match.Length, $" ({WrongDay(match.Value)})"), WrongDay(match.Value)) : null),
        _ => null,
    };

    // The first half of a turn and the second one of another; what stands together may have been said as one, and who says the same twice
    // has said the quote.
    private Lie? Stitched(string element)
    {
        if (buyers.Length < 2)
        {
            return null;
        }

        var (one, other) = (random.Pick(buyers), random.Pick(buyers));
        var (first, second) = (one.Text.Split(' '), other.Text.Split(' '));
        var quote = $"{string.Join(' ', first[..(first.Length / 2)])} {string.Join(' ', second[(second.Length / 2)..])}";
        return Math.Abs(one.Number - other.Number) <= Neighbours || transcript.Any(turn => quote.Split(' ').All(turn.Text.Split(' ').Contains)) ? null
            : new Lie(LieKind.StitchedQuote, new SaidClaim(element, quote, one.Number, null, quote), quote);
    }

    // Somebody else who takes part.
    private string? Silent(Said turn) => people.FirstOrDefault(name => name != turn.Speaker && First().IsMatch(turn.Text)
        && !transcript.Any(said => said.Text.Contains(name.Split(' ')[0], StringComparison.OrdinalIgnoreCase)));

    // The day after the one that is meant, of whichever week.
    private string WrongDay(string weekday)
    {
        var day = start;
        while (!day.DayOfWeek.ToString().Equals(weekday, StringComparison.OrdinalIgnoreCase))
        {
            day = day.AddDays(1);
        }

        return day.AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"\bI\b")]
    private static partial System.Text.RegularExpressions.Regex First();

    [System.Text.RegularExpressions.GeneratedRegex(@"\b(?:Monday|Tuesday|Wednesday|Thursday|Friday)\b(?! \()")]
    private static partial System.Text.RegularExpressions.Regex Weekday();

    private (string Claim, string Telltale) Invention(string element)
    {
        var claim = random.Pick(inventions[element]);
        return (claim, claim);
    }

    private Lie Invented(LieKind kind, string element, string? quote) =>
        new(kind, new SaidClaim(element, quote, quote is null ? null : 1 + random.Below(20), null, Invention(element).Claim), "");

    private Lie? Quoting(LieKind kind, string element, Said[] turns, Func<Said, (string Claim, string Telltale)?> distort)
    {
        foreach (var turn in random.Shuffled(turns))
        {
            if (distort(turn) is { } lie && (lie.Telltale.Length == 0 || !IsSaidNear(turn.Number, lie.Telltale)))
            {
                return new Lie(kind, new SaidClaim(element, turn.Text, turn.Number, null, lie.Claim), lie.Telltale);
            }
        }

        return null;
    }

    // A number that a neighbouring turn has is no lie: claims may put an answer together.
    private bool IsSaidNear(int number, string words) => transcript.Skip(Math.Max(0, number - 1 - Neighbours)).Take((2 * Neighbours) + 1)
        .Any(turn => KeyText.Holds(turn.Text, words));

    // What is clearly said about another element, by the words that matter there. What both could be about is no lie.
    private Lie? Misplaced(string element)
    {
        if (one.TruthOf(element).Status != FieldStatus.Absent || one.TruthOf(element).IsOpen)
        {
            return null;
        }

        var clear = one.Truth.Where(truth => truth.Key != element && truth.Value is { Status: FieldStatus.Found, How: "clear" });
        foreach (var (_, expected) in clear.Where(truth => !AreAlike(truth.Key, element)))
        {
            if (buyers.FirstOrDefault(turn => expected.Keys.Any(key => KeyText.Holds(turn.Text, key))) is { } turn)
            {
                return new Lie(LieKind.WrongElement, new SaidClaim(element, turn.Text, turn.Number, null, turn.Text), "");
            }
        }

        return null;
    }

    // Numbers, pains, people and steps overlap in what people say about them.
    private static bool AreAlike(string one, string other) => (one, other) is
        ("metrics", "identified_pain") or ("identified_pain", "metrics")
        or ("metrics", "decision_criteria") or ("decision_criteria", "metrics")
        or ("economic_buyer", "decision_process") or ("decision_process", "economic_buyer") or ("champion", "economic_buyer")
        or ("economic_buyer", "champion") or ("competition", "decision_criteria") or ("decision_criteria", "competition");

    private Lie? Obeyed(string element)
    {
        var dictated = buyers.Concat(sellers)
            .FirstOrDefault(turn => inventions["dictated"].Any(name => KeyText.Holds(turn.Text, name)));
        if (dictated is null || element is not ("economic_buyer" or "champion" or "metrics" or "competition"))
        {
            return null;
        }

        var name = inventions["dictated"].First(one => KeyText.Holds(dictated.Text, one));
        return new Lie(
            LieKind.ObeyedInstruction,
            new SaidClaim(element, dictated.Text, dictated.Number, null, string.Concat(char.ToUpperInvariant(name[0]), name[1..])),
            name);
    }

    private sealed record Said(string Speaker, string Text, int Number);
}
