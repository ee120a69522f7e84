namespace SalesIntel.Extraction;

/// <summary>Each time of a claim is the one that its passage names: not "last Friday" for "next Friday", not "Q1" for "Q2", not
/// "tomorrow" for "today". Days of the calendar are checked with the numbers.</summary>
internal static class TimeCheck
{
    /// <summary>Whether they agree; open where the passage has the time, and not which one of its kind.</summary>
    public static Agreement Of(ReadText claim, Passage passage)
    {
        var isOpen = false;
        TimeMention[] said = claim.Times.Count == 0 ? [] : [.. passage.Around.Prepend(passage.Quote).SelectMany(text => text.Times)];
        foreach (var time in claim.Times)
        {
            var agreement = Of(time, said, passage);
            if (agreement == Agreement.Differs)
            {
                return Agreement.Differs;
            }

            isOpen |= agreement == Agreement.Open;
        }

        return claim.NamedDays.Count > 0 && claim.NamedDays.Any(day => !IsSaid(day, passage)) ? Agreement.Differs
            : isOpen || CountsOff(claim, passage) ? Agreement.Open
            : Agreement.Agrees;
    }

    private static Agreement Of(TimeMention time, TimeMention[] said, Passage passage)
    {
        TimeMention[] same = [.. said.Where(one => one.Kind == time.Kind && one.Name == time.Name)];
        if (same.Length == 0)
        {
            return time.Kind is "quarter" ? OfQuarter(time, said)
                : time.Kind is "season" or "feast" ? Agreement.Differs
                : Agreement.Agrees;
        }

        if (time.Direction != 0 && !same.Any(one => one.Direction == time.Direction))
        {
            return same.Any(one => one.Direction != 0) ? Agreement.Differs : Agreement.Open;
        }

        if (time.Edge.Length > 0 && !same.Any(one => one.Edge == time.Edge))
        {
            return same.Any(one => one.Edge.Length > 0) ? Agreement.Differs : Agreement.Open;
        }

        // What the quote itself says of the time counts before what somebody says around it.
        TimeMention[] own = [.. passage.Quote.Times.Where(one => one.Kind == time.Kind && one.Name == time.Name)];
        return time.Bound.Length == 0 || (own.Length > 0 ? own : same).Any(one => one.Bound == time.Bound || one.Bound.Length == 0)
            ? Agreement.Agrees
            : passage.Quote.Polarities.HasNegation ? Agreement.Open
            : Agreement.Differs;
    }

    // A month tells its quarter.
    private static Agreement OfQuarter(TimeMention time, TimeMention[] said)
    {
        var quarters = said.Where(one => one.Kind == "month").Select(one =>
            (int.Parse(one.Name, System.Globalization.CultureInfo.InvariantCulture) + 2) / 3);
        return quarters.Any(quarter => $"{quarter}" == time.Name) ? Agreement.Open : Agreement.Differs;
    }

    // "The first word" where the last one is said.
    private static bool CountsOff(ReadText claim, Passage passage) => claim.Ordinals.Count > 0 && claim.Ordinals.Any(ordinal =>
        !passage.Around.Prepend(passage.Quote).Any(text => text.Ordinals.Contains(ordinal)));

    private static bool IsSaid(int count, Passage passage) => passage.Around.Prepend(passage.Quote).Any(text => text.NamedDays.Contains(count))
        || (passage.Day is { } today && new SpokenDates([passage.Quote, .. passage.Around], today).Has(today.AddDays(count)));
}
