namespace SalesIntel.Extraction;

/// <summary>Tells whether two statements have values of one kind that are not the same: other names, amounts, numbers of one thing, or
/// times.</summary>
internal static class OtherValues
{
    // A month has four weeks, or five.
    private const double Roughly = 0.15;

    // Kinds of times of which one statement has one.
    private static readonly string[] Named = ["weekday", "month", "quarter", "season", "feast"];

    /// <summary>True when any kind of value differs.</summary>
    public static bool Of(Statement left, Statement right) => Names(left, right) || OfOneThing(left.Sentence!, right.Sentence!);

    /// <summary>True when an amount, number or time differs: several names may all be right.</summary>
    public static bool OfOneThing(ReadText one, ReadText other) => Numbers(one, other) || Amounts(one, other) || Times(one, other);

    /// <summary>True when both name somebody or something, and not the same.</summary>
    public static bool Names(Statement left, Statement right) =>
        left.Terms.Count > 0 && right.Terms.Count > 0 && !left.Terms.Overlaps(right.Terms);

    /// <summary>True when they count the same thing, and differently.</summary>
    public static bool Numbers(ReadText one, ReadText other)
    {
        var (left, right) = (Array.ConvertAll(Firm(one), number => Counting(number, one)), Array.ConvertAll(Firm(other), number => Counting(number, other)));
        return left.Any(number => right.Any(theirs => theirs.Unit == number.Unit
                ? theirs.Unit.Length > 0 || Stems.AreSame(theirs.Noun, number.Noun)
                : DaysOf(theirs.Unit) > 0 && DaysOf(number.Unit) > 0))
            && !left.Any(number => right.Any(theirs => number.HasValueOf(theirs) || IsSameTime(number, theirs)));
    }

    // "Two hundred reminders a month" are no months.
    private static Quantity Counting(Quantity number, ReadText text) =>
        DaysOf(number.Unit) > 0 && number.Noun.Length > 0 && !text.Language.Units.Has(number.Noun) ? number with { Unit = "" } : number;

    /// <summary>True when each states one number, the same can be measured with both, and they differ.</summary>
    public static bool Measures(ReadText one, ReadText other) => Firm(one) is [var left] && Firm(other) is [var right]
        && (left.Unit == right.Unit || (DaysOf(left.Unit) > 0 && DaysOf(right.Unit) > 0))
        && !left.HasValueOf(right) && !IsSameTime(left, right);

    /// <summary>True when both state numbers or days, and all that one of them states the other one states, too.</summary>
    public static bool AreSame(ReadText one, ReadText other) =>
        AreAmong(Firm(one), Firm(other), (left, right) => left.Unit == right.Unit ? left.HasValueOf(right) : IsSameTime(left, right))
        || AreAmong(DaysIn(one), DaysIn(other), (left, right) => left == right);

    private static bool AreAmong<T>(T[] one, T[] other, Func<T, T, bool> areSame)
    {
        var (less, more) = one.Length <= other.Length ? (one, other) : (other, one);
        return less.Length > 0 && less.All(value => more.Any(another => areSame(value, another)));
    }

    private static (int? Day, int? Month)[] DaysIn(ReadText text) =>
        [.. text.Dates.Where(date => date.Day is not null).Select(date => (date.Day, date.Month)).Distinct()];

    // Two weeks are fourteen days, and no contradiction to them.
    private static bool IsSameTime(Quantity one, Quantity other) => DaysOf(one.Unit) is > 0 and var days
        && DaysOf(other.Unit) is > 0 and var theirs
        && one.Values.Any(value => other.Values.Any(another => Math.Abs((value * days) - (another * theirs)) <= Roughly * value * days));

    private static double DaysOf(string unit) => unit switch
    {
        "minute" => 1.0 / 1440, "hour" => 1.0 / 24, "day" => 1, "week" => 7, "month" => 30.4, "quarter" => 91, "year" => 365, _ => 0,
    };

    /// <summary>True when each states one amount, and not the same: amounts that both state alone are of the same thing.</summary>
    public static bool Amounts(ReadText one, ReadText other) => AmountsOf(one) is [var left] && AmountsOf(other) is [var right]
        && left.Unit == right.Unit && !left.HasValueOf(right);

    /// <summary>True when they name times of one kind, and not the same.</summary>
    public static bool Times(ReadText one, ReadText other) => Dates(one, other)
        || Named.Any(kind => NamesOf(one, kind) is { Length: > 0 } left && NamesOf(other, kind) is { Length: > 0 } right
            && !left.Intersect(right).Any());

    private static Quantity[] Firm(ReadText text) =>
        [.. text.Quantities.Where(quantity => !quantity.IsWeak
            && text.Dates.All(date => quantity.First < date.First || quantity.First > date.Last))];

    private static string[] NamesOf(ReadText text, string kind) =>
        [.. text.Times.Where(time => time.Kind == kind).Select(time => time.Name)];

    private static Quantity[] AmountsOf(ReadText text) =>
        [.. text.Quantities.Where(quantity => !quantity.IsWeak && quantity.Unit.Length > 0)];

    private static bool Dates(ReadText one, ReadText other) =>
        one.Dates.Any(date => date.Day is not null || date.Weekday is not null)
            && other.Dates.Any(date => date.Day is not null || date.Weekday is not null)
        && !one.Dates.Any(date => other.Dates.Any(theirs => theirs.Day == date.Day && theirs.Weekday == date.Weekday));
}
