using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Tells which statements about one element take back or contradict which others.</summary>
internal static class StatementConflicts
{
    private const double LeastOverlap = 0.5;
    private const int FewestShared = 2;
    private const int FewSubjects = 3;
    private const int Soon = 6;

    // Kinds of times of which one statement has one.
    private static readonly string[] Named = ["weekday", "month", "quarter", "season", "feast"];

    /// <summary>True when a correction is about an earlier statement.</summary>
    public static bool Corrects(Statement correction, Statement earlier, QualificationElement element)
    {
        if (!(correction.IsCorrection || correction.IsWeakCorrection) || correction.Sentence is not { } now
            || earlier.Sentence is not { } then || correction.Claim.Turn < earlier.Claim.Turn || ReferenceEquals(correction, earlier)
            || correction.Claim.Quote == earlier.Claim.Quote)
        {
            return false;
        }

        if (!correction.IsCorrection)
        {
            return element.IsPerson
                ? AreOfOthers(correction, earlier)
                : IsInPlace(correction, earlier) || Contradict(earlier, correction, element);
        }

        if (element.IsPerson)
        {
            return true;
        }

        var all = correction.Before is { Tokens.Count: > 0 } before ? new ReadText($"{before.Text} {now.Text}", now.Language) : now;
        return IsTakenBack(all, then) || (Shared(all, then) > 0 && Differ(now, then)) || IsInPlace(correction, earlier);
    }

    /// <summary>True when two firm statements can't both hold.</summary>
    public static bool Contradict(Statement left, Statement right, QualificationElement element)
    {
        if (left.Sentence is not { } one || right.Sentence is not { } other || left.Side != right.Side
            || left.Claim.Quote == right.Claim.Quote)
        {
            return false;
        }

        var later = left.Claim.Turn <= right.Claim.Turn ? other : one;
        if (later.Language.Additions.IsIn(later.Tokens))
        {
            return false;
        }

        if (element.IsPerson && !HasLimit(one) && !HasLimit(other) && AreOfOthers(left, right))
        {
            return true;
        }

        // What both are about: most of what the shorter one says.
        var least = Math.Min(Subjects(one).Count(), Subjects(other).Count());
        var shared = Shared(one, other);
        if (least == 0 || shared == 0 || shared < least * LeastOverlap)
        {
            return false;
        }

        var isSame = shared >= FewestShared || least <= 1;
        return (isSame && AreOpposed(one, other))
            || (left.IsGoal == right.IsGoal && ((isSame && AreOtherNumbers(one, other)) || AreOtherAmounts(one, other)
                || (isSame && AreOtherTimes(one, other))));
    }

    // "No wait, twelve thousand": a value of the same kind right behind another one, and little else.
    private static bool IsInPlace(Statement correction, Statement earlier) =>
        correction.Claim.Turn - earlier.Claim.Turn <= Soon && Subjects(correction.Sentence!).Count() <= FewSubjects
        && (AreOtherAmounts(earlier.Sentence!, correction.Sentence!) || AreOtherTimes(earlier.Sentence!, correction.Sentence!));

    // "Up to ten thousand I sign, above it Helene": limits share a decision.
    private static bool HasLimit(ReadText text) => text.Quantities.Any(quantity => !quantity.IsWeak);

    private static bool AreOfOthers(Statement left, Statement right) =>
        left.Names.Count > 0 && right.Names.Count > 0 && !left.Names.Overlaps(right.Names);

    // "Not the twenty-first": what is negated there was said before.
    private static bool IsTakenBack(ReadText correction, ReadText earlier)
    {
        for (var i = 0; i < correction.Tokens.Count; i++)
        {
            if (correction.Polarities[i] != Polarity.Negative)
            {
                continue;
            }

            var word = correction.Tokens[i].Text;
            var number = correction.Quantities.FirstOrDefault(quantity => quantity.First == i);
            var isSaid = number is not null && !number.IsWeak ? earlier.Quantities.Any(number.HasValueOf)
                : correction.IsContent(i) && earlier.Tokens.Any(token => Stems.AreSame(token.Text, word));
            if (isSaid)
            {
                return true;
            }
        }

        return false;
    }

    private static int Shared(ReadText one, ReadText other) =>
        Subjects(one).Select(token => token.Text).Distinct(StringComparer.Ordinal).Count(word => other.Content.Any(token =>
            Stems.AreSame(token.Text, word)));

    // Units and times are not what a number is about.
    private static IEnumerable<Token> Subjects(ReadText text) =>
        text.Content.Where(token => !text.Language.Units.Has(token.Text) && !text.Language.Periods.Has(token.Text));

    private static bool Differ(ReadText now, ReadText then) =>
        now.Quantities.Where(quantity => !quantity.IsWeak).ToArray() is { Length: > 0 } numbers
            && then.Quantities.Any(quantity => !quantity.IsWeak)
            ? !numbers.All(number => then.Quantities.Any(number.HasValueOf))
            : now.Dates.Count + then.Dates.Count == 0 || !now.Dates.Select(date => (date.Day, date.Month, date.Weekday))
                .SequenceEqual(then.Dates.Select(date => (date.Day, date.Month, date.Weekday)));

    private static bool AreOpposed(ReadText one, ReadText other)
    {
        for (var i = 0; i < one.Tokens.Count; i++)
        {
            if (one.IsContent(i) && one.Polarities[i] != Polarity.Open)
            {
                var word = one.Tokens[i].Text;
                var said = Enumerable.Range(0, other.Tokens.Count).Where(index => Stems.AreSame(other.Tokens[index].Text, word)).ToArray();
                if (said.Length > 0 && said.All(index => other.Polarities[index] != Polarity.Open
                    && other.Polarities[index] != one.Polarities[i]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool AreOtherNumbers(ReadText one, ReadText other)
    {
        var (left, right) = (Firm(one), Firm(other));
        return left.Length > 0 && right.Length > 0
            && left.Any(number => right.Any(theirs => theirs.Unit == number.Unit
            && (theirs.Unit.Length > 0 || Stems.AreSame(theirs.Noun, number.Noun))))
            && !left.Any(number => right.Any(number.HasValueOf));

        static Quantity[] Firm(ReadText text) =>
            [.. text.Quantities.Where(quantity => !quantity.IsWeak
                && text.Dates.All(date => quantity.First < date.First || quantity.Last > date.Last))];
    }

    // Amounts of money that both state alone are of the same thing.
    private static bool AreOtherAmounts(ReadText one, ReadText other) => Amounts(one) is [var left] && Amounts(other) is [var right]
        && left.Unit == right.Unit && !left.HasValueOf(right);

    private static Quantity[] Amounts(ReadText text) =>
        [.. text.Quantities.Where(quantity => !quantity.IsWeak && quantity.Unit.Length > 0)];

    private static bool AreOtherTimes(ReadText one, ReadText other) => AreOtherDates(one, other)
        || Named.Any(kind => one.Times.Where(time => time.Kind == kind).Select(time => time.Name).ToArray() is { Length: > 0 } left
            && other.Times.Where(time => time.Kind == kind).Select(time => time.Name).ToArray() is { Length: > 0 } right
            && !left.Intersect(right).Any());

    private static bool AreOtherDates(ReadText one, ReadText other) =>
        one.Dates.Any(date => date.Day is not null || date.Weekday is not null)
            && other.Dates.Any(date => date.Day is not null || date.Weekday is not null)
        && !one.Dates.Any(date => other.Dates.Any(theirs => theirs.Day == date.Day && theirs.Weekday == date.Weekday));
}
