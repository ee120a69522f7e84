namespace SalesIntel.Leads;

/// <summary>How much of a lead counts. What a lead is does not depend on the order in which its facts became known, and neither does what
/// is left out of it: the newest count by time and id.</summary>
internal static class FactLimits
{
    /// <summary>Bookings, meetings, and documents of each kind, of a lead that count.</summary>
    public const int MostDocuments = 50;

    /// <summary>UTF-16 units of one value.</summary>
    public const int LongestValue = 20_000;

    /// <summary>Values of one document.</summary>
    public const int MostValues = 500;

    /// <summary>The fact with its texts cut; the same fact where nothing is too long.</summary>
    public static LeadFact Cut(LeadFact fact) => fact switch
    {
        BookingSeen seen => seen with { Booking = BookingLimits.Cut(seen.Booking) },
        MeetingHeld held => held with { AttendeeName = TextCleaner.Cut(held.AttendeeName, TextCleaner.LongestLine) },
        ValuesRead read => read with { Values = Cut(read.Values) },
        ValuesStated stated => stated with { Values = Cut(stated.Values) },
        _ => fact,
    };

    private static LeadValues Cut(LeadValues values) =>
        values.Count <= MostValues && values.All(value => value.Value.Text.Length <= LongestValue)
            ? values
            : LeadValues.Of(values.Take(MostValues)
                .Select(value => KeyValuePair.Create(value.Key, value.Value with { Text = TextCleaner.Cut(value.Value.Text, LongestValue) })));
}
