namespace SalesIntel.Leads;

/// <summary>A booking with the answers of its form.</summary>
/// <param name="Booking">The booking.</param>
public sealed record BookingDocument(Booking Booking) : LeadDocument
{
    /// <inheritdoc/>
    public override string Key => KeyOf(Booking.InviteeId);

    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Form;

    /// <inheritdoc/>
    public override DateTimeOffset Revision => Booking.UpdatedAt;

    /// <inheritdoc/>
    public override DateTimeOffset At => Booking.CreatedAt;

    /// <summary>The key of a booking's document.</summary>
    internal static string KeyOf(string inviteeId) => $"booking:{inviteeId}";
}
