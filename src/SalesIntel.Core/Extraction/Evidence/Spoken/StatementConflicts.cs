using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Tells which statements about one element take back or contradict which others.</summary>
internal static class StatementConflicts
{
    private const double LeastOverlap = 0.5;
    private const double LeastOpposedOverlap = 0.3;
    private const int FewestShared = 2;
    private const int FewSubjects = 3;
    private const int Soon = 6;
    private const int Reply = 3;

    /// <summary>True when a correction is about an earlier statement.</summary>
    /// <param name="correction">What may be one.</param>
    /// <param name="earlier">What was said before it.</param>
    /// <param name="isLast">True when nothing else was said about the element between them.</param>
    /// <param name="element">The element.</param>
    public static bool Corrects(Statement correction, Statement earlier, bool isLast, QualificationElement element)
    {
        if (correction.Sentence is not { } now || earlier.Sentence is not { } then
            || correction.Claim.Quote.Contains(earlier.Claim.Quote, StringComparison.Ordinal)
            || earlier.Claim.Quote.Contains(correction.Claim.Quote, StringComparison.Ordinal))
        {
            return false;
        }

        if (Answers(correction, earlier, isLast, element))
        {
            return true;
        }

        var between = Between(earlier, correction);
        var isCorrection = Holds(correction.IsCorrection, Certainty.IsCorrection);
        var isRetraction = Holds(correction.IsRetraction, Certainty.IsRetraction);
        if (!(isCorrection || isRetraction))
        {
            return correction.IsWeakCorrection && (element.IsPerson
                ? AreOfOthers(correction, earlier)
                : IsInPlace(correction, earlier) || Contradict(earlier, correction, element));
        }

        if (element.IsPerson || (isRetraction && isLast && !HasValue(now))
            || ((isRetraction || correction.Claim.Turn - earlier.Claim.Turn <= Soon) && OtherValues.Of(correction, earlier)))
        {
            return true;
        }

        var all = new ReadText($"{between.Text} {now.Text}", now.Language);
        return IsTakenBack(all, then) || (Shared(all, then) > 0 && Differ(now, then)) || IsInPlace(correction, earlier);

        bool Holds(bool isSo, Func<ReadText, ReadText, bool> isSoOf) => isSo && isSoOf(now, between);
    }

    /// <summary>True when two firm statements can't both hold.</summary>
    public static bool Contradict(Statement earlier, Statement later, QualificationElement element)
    {
        if (earlier.Sentence is not { } one || later.Sentence is not { } other || earlier.Side != later.Side
            || earlier.Claim.Quote == later.Claim.Quote || other.Language.Additions.IsIn(other.Tokens))
        {
            return false;
        }

        if (element.IsPerson && !HasLimit(one) && !HasLimit(other) && AreOfOthers(earlier, later))
        {
            return true;
        }

        // What both are about: most of what the shorter one says.
        var least = Math.Min(Subjects(one).Count(), Subjects(other).Count());
        var shared = Shared(one, other);
        if (QualificationRoles.Is(element, QualificationRoles.Champion) && AreOfOthers(earlier, later) && shared > 0
            && (IsSole(one) || IsSole(other) || (shared >= FewestShared && shared >= least * LeastOverlap)))
        {
            return true;
        }

        if (QualificationRoles.Is(element, QualificationRoles.Rival) && (LeavesNoRoom(earlier, later) || LeavesNoRoom(later, earlier)
            || (earlier.Terms.Overlaps(later.Terms) && (IsSettled(one) != IsSettled(other) || ContraryStatements.AreIn(one, other)))))
        {
            return true;
        }

        if (shared == 0)
        {
            return false;
        }

        if (shared >= least * LeastOpposedOverlap && (AreOpposed(one, other)
            || IsSettled(one) != IsSettled(other) || ContraryStatements.AreIn(one, other)))
        {
            return true;
        }

        if (QualificationRoles.Is(element, QualificationRoles.Measure) && earlier.IsGoal == later.IsGoal
            && shared >= least * LeastOpposedOverlap && OtherValues.Measures(one, other))
        {
            return true;
        }

        var isSame = shared >= FewestShared || least <= 1;
        return earlier.IsGoal == later.IsGoal && shared >= least * LeastOverlap
            && (OtherValues.Amounts(one, other) || (isSame && OtherValues.OfOneThing(one, other)));
    }

    /// <summary>True when two statements are so much about the same that one tells what the other is about.</summary>
    public static bool AreAboutTheSame(Statement left, Statement right)
    {
        if (left.Sentence is not { } one || right.Sentence is not { } other)
        {
            return false;
        }

        var shared = Shared(one, other);
        return shared >= FewestShared && shared >= Math.Min(Subjects(one).Count(), Subjects(other).Count()) * LeastOverlap;
    }

    /// <summary>True when two statements say something of one thing or name values or persons of one kind, so that one can speak of the other.</summary>
    public static bool AreComparable(Statement left, Statement right) => left.Sentence is { } one && right.Sentence is { } other
        && (Shared(one, other) > 0 || OtherValues.Of(left, right) || AreOfOthers(left, right));

    /// <summary>True when words say that a statement takes the place of an earlier one, or it says something else of the same.</summary>
    public static bool IsPlainCorrection(Statement earlier, Statement later, QualificationElement element) =>
        later.TakesBack
        || AreAboutTheSame(earlier, later) || (Shared(earlier.Sentence!, later.Sentence!) > 0 && OtherValues.Of(earlier, later))
        || (element.IsPerson && AreOfOthers(earlier, later));

    /// <summary>True when two statements say something of the same, and one of them denies something or names another value.</summary>
    public static bool IsPlainContradiction(Statement earlier, Statement later, QualificationElement element)
    {
        var (one, other) = (earlier.Sentence!, later.Sentence!);
        var shared = Shared(one, other);
        return (AreDenying(one, other) && (shared > 0 || QualificationRoles.Is(element, QualificationRoles.Rival)))
            || shared >= FewestShared || AreOfOthers(earlier, later) || (shared > 0 && OtherValues.OfOneThing(one, other));
    }

    /// <summary>True when two statements can plainly hold beside each other: they name the same value, the later one adds, one is a goal beside a figure of
    /// today, limits share a decision, figures measure different things, there are several rivals, or other things hurt.</summary>
    public static bool CanBothHold(Statement earlier, Statement later, QualificationElement element)
    {
        var (one, other) = (earlier.Sentence!, later.Sentence!);
        return earlier.IsGoal != later.IsGoal || OtherValues.AreSame(one, other) || other.Language.Additions.IsIn(other.Tokens)
            || (element.IsPerson && (HasLimit(one) || HasLimit(other)))
            || (QualificationRoles.Is(element, QualificationRoles.Rival) && !AreDenying(one, other))
            || (QualificationRoles.Is(element, QualificationRoles.Need) && Shared(one, other) == 0 && IsSettled(one) == IsSettled(other)
                && !ContraryStatements.AreIn(one, other))
            || (QualificationRoles.Is(element, QualificationRoles.Measure) && HasLimit(one) && HasLimit(other)
                && !OtherValues.OfOneThing(one, other) && !OtherValues.Measures(one, other));
    }

    private static bool AreDenying(ReadText one, ReadText other) => IsNegative(one) || IsNegative(other) || IsSole(one) || IsSole(other)
        || IsSettled(one) != IsSettled(other) || ContraryStatements.AreIn(one, other);

    /// <summary>True when something in it is negated.</summary>
    public static bool IsNegative(ReadText text) => Enumerable.Range(0, text.Tokens.Count).Any(i => text.Polarities[i] == Polarity.Negative);

    // "No, it's May now", and another value of the same thing that a colleague gives right behind the first one.
    private static bool Answers(Statement answer, Statement earlier, bool isLast, QualificationElement element)
    {
        if (answer.Claim.Turn - earlier.Claim.Turn > Reply || answer.Side != earlier.Side)
        {
            return false;
        }

        var (now, then) = (answer.Sentence!, earlier.Sentence!);
        if (TurnsDown(answer, earlier) && (isLast || Shared(now, then) > 0 || OtherValues.Of(answer, earlier)))
        {
            return true;
        }

        // A process has many dates: another one is of another step, unless words tell that it is the same.
        return answer.Claim.Speaker != earlier.Claim.Speaker && !now.Language.Additions.IsIn(now.Tokens)
            && (element.IsPerson ? AreOfOthers(answer, earlier) : OtherValues.OfOneThing(now, then))
            && (Shared(now, then) > 0 || (Subjects(now).Count() <= FewSubjects && now.Dates.Count + now.Times.Count == 0 && !SpeaksOfItsOwn(now)));
    }

    // "Our margin is nine percent" answers no colleague who speaks of something else; "I'd say nine" does.
    private static bool SpeaksOfItsOwn(ReadText text) => text.Counted.Count > 0 && Enumerable.Range(0, text.Counted[0].First).Any(i =>
        text.IsContent(i) && i > 0 && text.Language.Articles.Contains(text.Tokens[i - 1].Text));

    // In one turn "no" is about what precedes it: "No, Helene signs. She signs everything" turns down a question.
    private static bool TurnsDown(Statement answer, Statement earlier) => answer.IsDenial
        && (answer.Claim.Turn != earlier.Claim.Turn || Certainty.IsDenial(answer.Sentence!, Between(earlier, answer)));

    // What the later one's speaker says before it and, in one turn, behind the earlier one.
    private static ReadText Between(Statement earlier, Statement later)
    {
        var language = later.Sentence!.Language;
        if (later.Before is not { } before)
        {
            return new ReadText("", language);
        }

        var at = later.Claim.Turn == earlier.Claim.Turn ? before.Text.LastIndexOf(earlier.Claim.Quote, StringComparison.Ordinal) : -1;
        return at < 0 ? before : new ReadText(before.Text[(at + earlier.Claim.Quote.Length)..], language);
    }

    // "It is she who pushes it, nobody else."
    public static bool IsSole(ReadText text) => text.Language.Sole.IsIn(text.Tokens) || text.Language.Exclusives.IsIn(text.Tokens);

    // "We look at nobody else", and somebody else is named.
    private static bool LeavesNoRoom(Statement exclusive, Statement other) => IsSole(exclusive.Sentence!)
        && other.Terms.Count > 0 && !other.Terms.Overlaps(exclusive.Terms);

    // "They are out" and "that was solved" negate nothing; "no complaints" negates itself.
    public static bool IsSettled(ReadText text)
    {
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            if ((text.Polarities[i] != Polarity.Negative || text.Language.Negations.Contains(text.Tokens[i].Text))
                && text.Language.Settled.At(text.Tokens, i) > 0)
            {
                return true;
            }
        }

        return false;
    }

    // "No wait, twelve thousand": a value of the same kind right behind another one, and little else.
    private static bool IsInPlace(Statement correction, Statement earlier) =>
        correction.Claim.Turn - earlier.Claim.Turn <= Soon && Subjects(correction.Sentence!).Count() <= FewSubjects
        && (OtherValues.Amounts(earlier.Sentence!, correction.Sentence!) || OtherValues.Times(earlier.Sentence!, correction.Sentence!));

    // "Up to ten thousand I sign, above it Helene": limits share a decision.
    private static bool HasLimit(ReadText text) => text.Quantities.Any(quantity => !quantity.IsWeak);

    /// <summary>True when it names a limit, a date or a time: a value takes the place of one of its kind, however clearly something is taken
    /// back.</summary>
    public static bool HasValue(ReadText text) => HasLimit(text) || text.Dates.Count > 0 || text.Times.Count > 0;

    // Somebody may be named once and called by his position once; two names are two persons, and so are two positions.
    public static bool AreOfOthers(Statement left, Statement right) => left.Names.Count > 0 && right.Names.Count > 0
        ? !left.Names.Overlaps(right.Names)
        : left.Names.Count + right.Names.Count == 0 && left.Roles.Count > 0 && right.Roles.Count > 0 && !left.Roles.Overlaps(right.Roles);

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

    /// <summary>How many words both are about.</summary>
    public static int Shared(ReadText one, ReadText other) =>
        Subjects(one).Select(token => token.Text).Distinct(StringComparer.Ordinal).Count(word => other.Content.Any(token =>
            Stems.AreSame(token.Text, word)));

    // Units and times are not what a number is about.
    public static IEnumerable<Token> Subjects(ReadText text) =>
        text.Content.Where(token => !text.Language.Units.Has(token.Text) && !text.Language.Periods.Has(token.Text));

    private static bool Differ(ReadText now, ReadText then) =>
        now.Quantities.Where(quantity => !quantity.IsWeak).ToArray() is { Length: > 0 } numbers
            && then.Quantities.Any(quantity => !quantity.IsWeak)
            ? !numbers.All(number => then.Quantities.Any(number.HasValueOf))
            : now.Dates.Count + then.Dates.Count == 0 || !now.Dates.Select(date => (date.Day, date.Month, date.Weekday))
                .SequenceEqual(then.Dates.Select(date => (date.Day, date.Month, date.Weekday)));

    /// <summary>True when one negates what the other asserts.</summary>
    public static bool AreOpposed(ReadText one, ReadText other)
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
}
