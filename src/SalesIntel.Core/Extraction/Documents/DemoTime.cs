namespace SalesIntel.Extraction;

/// <summary>The demo's time as text, from the booking alone.</summary>
internal static class DemoTime
{
    /// <summary>ISO 8601 in UTC, to the second; empty when the form tells no start.</summary>
    public static string Utc(Form form) => form.DemoAt is { } start ? TimeText.Utc(start) : "";

    /// <summary>Local time of the invitee with offset and zone; empty without a start or a zone that the machine knows.</summary>
    public static string Local(Form form) => form.DemoAt is { } start ? TimeText.Local(form.TimeZone, start) : "";
}
