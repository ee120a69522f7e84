namespace SalesIntel.Webhooks.Calendly;

/// <summary>The names of Calendly's events that are processed.</summary>
internal static class CalendlyEvents
{
    internal const string Created = "invitee.created";
    internal const string Canceled = "invitee.canceled";

    /// <summary>Sent by some relays; Calendly itself sends a cancellation and a new booking.</summary>
    internal const string Rescheduled = "invitee.rescheduled";

    internal const string NoShowCreated = "invitee_no_show.created";
    internal const string NoShowDeleted = "invitee_no_show.deleted";

    internal static bool AreProcessed(string name) => name is Created or Canceled or Rescheduled or NoShowCreated or NoShowDeleted;

    /// <summary>True for an event that makes or moves a booking.</summary>
    internal static bool Move(string name) => name is Created or Rescheduled;
}
