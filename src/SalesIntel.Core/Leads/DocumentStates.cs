namespace SalesIntel.Leads;

/// <summary>Tells which state of a document is the latest.</summary>
internal static class DocumentStates
{
    /// <summary>True when the facts know a later state: this one is neither read nor written about any more.</summary>
    public static bool IsReplacedBy(this LeadDocument document, IReadOnlyCollection<LeadFact> facts) =>
        facts.Any(fact => State(fact) is var (key, revision) && key == document.Key && revision > document.Revision);

    // A cancellation shows a booking, but gives nothing to read in its place.
    private static (string Key, DateTimeOffset Revision)? State(LeadFact fact) => fact switch
    {
        BookingSeen { Moves: true, Booking: var booking } => (BookingDocument.KeyOf(booking.InviteeId), booking.UpdatedAt),
        MeetingHeld held => (MeetingDocument.KeyOf(held.SessionId), held.AcceptedAt),
        ValuesStated stated => (stated.Document, stated.Revision),
        _ => null,
    };
}
