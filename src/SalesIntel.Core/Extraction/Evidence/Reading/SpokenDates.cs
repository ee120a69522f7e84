namespace SalesIntel.Extraction;

/// <summary>The days that a passage can mean, reckoned from the day of the meeting.</summary>
internal sealed class SpokenDates
{
    private readonly HashSet<DateOnly> days = [];
    private readonly HashSet<int> months = [];
    private readonly HashSet<int> years = [];
    private readonly HashSet<int> weekdays = [];
    private readonly HashSet<(int Month, int Day)> pairs = [];

    /// <param name="texts">The passage.</param>
    /// <param name="day">The day of the meeting; null when unknown.</param>
    public SpokenDates(IReadOnlyList<ReadText> texts, DateOnly? day)
    {
        foreach (var mention in texts.SelectMany(text => text.Dates))
        {
            Add(mention, day);
        }

        if (day is { } today)
        {
            foreach (var text in texts)
            {
                AddRelative(text, today);
            }

            AddDaysAlone(texts, today);
        }
    }

    /// <summary>True when the passage names a date or a part of one that is meant by a mention.</summary>
    public bool Mean(DateMention date) =>
        (date.Weekday is not { } weekday || weekdays.Contains(weekday) || days.Any(day => DateMention.WeekdayOf(day) == weekday))
        && (date.Month is not { } month || (date.Day is { } number
            ? pairs.Contains((month, number)) || days.Any(day => day.Month == month && day.Day == number)
            : months.Contains(month)))
        && (date.Year is not { } year || years.Contains(year));

    /// <summary>True when the passage can mean a day.</summary>
    public bool Has(DateOnly day) => days.Contains(day);

    private void Add(DateMention mention, DateOnly? today)
    {
        AddTo(months, mention.Month);
        AddTo(years, mention.Year);
        AddTo(weekdays, mention.Weekday);
        if (mention is { Month: { } month, Day: { } day })
        {
            pairs.Add((month, day));
            if ((mention.Year ?? Nearest(month, day, today)) is { } year && day <= DateTime.DaysInMonth(year, month))
            {
                AddDay(new DateOnly(year, month, day));
            }
        }
        else if (mention is { Month: { } alone, Year: null } && Nearest(alone, 1, today) is { } year)
        {
            years.Add(year);
        }

        if (mention.Weekday is { } weekday && today is { } from)
        {
            // "On Tuesday" is the next one, "next Tuesday" perhaps the one after it, unless it is said on a Tuesday.
            var next = from.AddDays(((weekday - DateMention.WeekdayOf(from) + 6) % 7) + 1);
            AddDay(next);
            if (weekday != DateMention.WeekdayOf(from))
            {
                AddDay(next.AddDays(7));
            }
        }
    }

    // Dates of a deal lie ahead, but for a few months.
    private static int? Nearest(int month, int day, DateOnly? today)
    {
        if (today is not { } from)
        {
            return null;
        }

        var number = Math.Min(day, DateTime.DaysInMonth(from.Year, month));
        var same = new DateOnly(from.Year, month, number);
        return same >= from.AddDays(-120) ? from.Year : from.Year + 1;
    }

    private void AddRelative(ReadText text, DateOnly today)
    {
        foreach (var (_, _, unit, count) in RelativeDates.In(text))
        {
            switch (unit)
            {
                case "day" when count == 0:
                    // "Today" tells a day, and no more of the month than that.
                    days.Add(today);
                    years.Add(today.Year);
                    break;
                case "day":
                    AddDay(today.AddDays(count));
                    break;
                case "week":
                    AddDay(today.AddDays(7 * count));
                    break;
                case "month":
                    AddMonth(today.AddMonths(count));
                    break;
                case "quarter":
                    AddMonth(today.AddMonths(3 * count));
                    break;
                case "year":
                    years.Add(today.AddYears(count).Year);
                    break;
            }
        }
    }

    // "The seventeenth": of this month or the next, or of a month that is named beside it.
    private void AddDaysAlone(IReadOnlyList<ReadText> texts, DateOnly today)
    {
        int[] named = [.. texts.SelectMany(text => text.Dates).Where(date => date.Month is not null)
            .Select(date => date.Month!.Value).Distinct()];
        foreach (var number in texts.SelectMany(text => text.Quantities.Where(quantity => quantity.Unit.Length == 0
            && IsDayOfMonth(text, quantity, named.Length > 0)).SelectMany(quantity => quantity.Values)))
        {
            if (number is < 1 or > 31 || number % 1 != 0)
            {
                continue;
            }

            var day = (int)number;
            foreach (var start in named.Select(month => new DateOnly(Nearest(month, 1, today)!.Value, month, 1))
                .Append(new DateOnly(today.Year, today.Month, 1)).Append(new DateOnly(today.Year, today.Month, 1).AddMonths(1)))
            {
                if (day <= DateTime.DaysInMonth(start.Year, start.Month)
                    && (named.Contains(start.Month) || start.AddDays(day - 1) >= today))
                {
                    days.Add(start.AddDays(day - 1));
                    years.Add(start.Year);
                }
            }
        }
    }

    // "The fifteenth", "am 15.", "le quinze"; beside a month any number may be a day.
    private static bool IsDayOfMonth(ReadText text, Quantity quantity, bool hasMonth) => hasMonth
        || (quantity.First > 0 && AnyLanguage.BeforeDays.Contains(text.Tokens[quantity.First - 1].Text));

    private void AddMonth(DateOnly day)
    {
        months.Add(day.Month);
        years.Add(day.Year);
    }

    private void AddDay(DateOnly day)
    {
        days.Add(day);
        AddMonth(day);
    }

    private static void AddTo(HashSet<int> set, int? value)
    {
        if (value is { } known)
        {
            set.Add(known);
        }
    }
}
