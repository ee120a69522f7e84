namespace SalesIntel.Demo;

/// <summary>One message of the demo.</summary>
/// <param name="Title">What it is, for the person who watches.</param>
/// <param name="Source"><c>calendly</c> or <c>readai</c>.</param>
/// <param name="File">The fixture.</param>
/// <param name="Expected">What the answer has to be: <c>accepted</c>, <c>duplicate</c> or <c>401</c>.</param>
/// <param name="Forged">Signed with another key.</param>
internal sealed record DemoWebhook(string Title, string Source, string File, string Expected, bool Forged = false)
{
    /// <summary>The demo's messages in the order in which they are sent.</summary>
    public static IReadOnlyList<DemoWebhook> All { get; } =
    [
        new("Rosalind books a demo", "calendly", "invitee_created_full", "accepted"),
        new("... moves it: the old booking is cancelled", "calendly", "invitee_canceled_rescheduled", "accepted"),
        new("... and the new one is made", "calendly", "invitee_created_from_reschedule", "accepted"),
        new("Imre did not come", "calendly", "invitee_no_show_created", "accepted"),
        new("An 83 minute demo was recorded", "readai", "meeting_end_long", "accepted"),
        new("Calendly sends the first one again", "calendly", "invitee_created_full", "duplicate"),
        new("Somebody forges a booking", "calendly", "invitee_created_minimal", "401", Forged: true),
    ];
}
