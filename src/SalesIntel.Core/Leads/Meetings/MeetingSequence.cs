namespace SalesIntel.Leads;

/// <summary>The meetings of a lead in the order in which they took place, as its facts tell them: the order in which they became known does
/// not matter.</summary>
internal static class MeetingSequence
{
    /// <summary>The last push of each meeting; the newest meetings count, see <see cref="FactLimits"/>.</summary>
    public static IReadOnlyList<MeetingHeld> Of(IEnumerable<LeadFact> facts) =>
    [
        .. facts.OfType<MeetingHeld>()
            .GroupBy(meeting => meeting.SessionId, StringComparer.Ordinal)
            .Select(pushes => pushes
                .OrderByDescending(push => push.AcceptedAt)
                .ThenByDescending(push => push.EventId, StringComparer.Ordinal)
                .ThenByDescending(push => push.Ordinal)
                .First())
            .OrderBy(meeting => meeting.At)
            .ThenBy(meeting => meeting.SessionId, StringComparer.Ordinal)
            .TakeLast(FactLimits.MostDocuments),
    ];

    /// <summary>What was read from a state of a document; null when nobody has read it.</summary>
    public static ValuesRead? ReadingOf(IEnumerable<LeadFact> facts, string document, DateTimeOffset revision) => facts.OfType<ValuesRead>()
        .Where(fact => fact.Document == document && fact.Revision == revision)
        .OrderBy(fact => fact.ReadBy)
        .ThenBy(fact => fact.EventId, StringComparer.Ordinal)
        .LastOrDefault();
}
