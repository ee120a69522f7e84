namespace SalesIntel.Leads;

/// <summary>The meetings of a lead in the order in which they took place, as its facts tell them: the order in which they became known does
/// not matter.</summary>
internal static class MeetingSequence
{
    /// <summary>The last push of each meeting, with the name that the last push had which named the lead; the newest meetings count, see
    /// <see cref="FactLimits"/>.</summary>
    public static IReadOnlyList<MeetingHeld> Of(IEnumerable<LeadFact> facts) =>
    [
        .. facts.OfType<MeetingHeld>()
            .GroupBy(meeting => meeting.SessionId, StringComparer.Ordinal)
            .Select(pushes => LastOf(pushes
                .OrderByDescending(push => push.AcceptedAt)
                .ThenByDescending(push => push.EventId, StringComparer.Ordinal)
                .ThenByDescending(push => push.Ordinal)))
            .OrderBy(meeting => meeting.At)
            .ThenBy(meeting => meeting.SessionId, StringComparer.Ordinal)
            .TakeLast(FactLimits.MostDocuments),
    ];

    // A push that does not say who has the lead's address takes nobody's name away.
    private static MeetingHeld LastOf(IEnumerable<MeetingHeld> newestFirst)
    {
        var pushes = newestFirst.ToList();
        return pushes.Find(push => push.AttendeeName.Length > 0) is { } named ? pushes[0] with { AttendeeName = named.AttendeeName } : pushes[0];
    }

    /// <summary>What was read from a state of a document; null when nobody has read it.</summary>
    public static ValuesRead? ReadingOf(IEnumerable<LeadFact> facts, string document, DateTimeOffset revision) => facts.OfType<ValuesRead>()
        .Where(fact => fact.Document == document && fact.Revision == revision)
        .OrderBy(fact => fact.ReadBy)
        .ThenBy(fact => fact.EventId, StringComparer.Ordinal)
        .LastOrDefault();
}
