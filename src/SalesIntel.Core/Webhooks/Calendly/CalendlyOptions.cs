using SalesIntel.Settings;

namespace SalesIntel.Webhooks.Calendly;

/// <summary>What is expected of Calendly's webhooks.</summary>
public sealed class CalendlyOptions
{
    private static readonly SettingForm EventType = SettingForm.Url with
    {
        MustBe = "the absolute URI of an event type (https://api.calendly.com/event_types/...)",
        IsValid = text => SettingForm.Url.IsValid(text) && new Uri(text).AbsolutePath.Trim('/').Length > 0,
    };

    /// <summary>The settings that fill these options.</summary>
    public static SettingsGroup<CalendlyOptions> Settings { get; } = new SettingsGroup<CalendlyOptions>()
        .List("CALENDLY_SIGNING_KEY", o => o.SigningKeys, (o, v) => o.SigningKeys = v,
            "several keys, comma separated, while a key is rotated", isSecret: true)
        .Seconds("CALENDLY_SIGNATURE_TOLERANCE_SECONDS", o => o.SignatureTolerance, (o, v) => o.SignatureTolerance = v, 1, 604_800,
            "how far a signature's time may be off")
        .Text("CALENDLY_EVENT_TYPE_URI", o => o.EventTypeUri, (o, v) => o.EventTypeUri = v,
            "only bookings of this event type are processed, the others are ignored; empty = all", EventType);

    /// <summary>Signing keys as given when the webhook was subscribed; a message signed with any of them is genuine, so that a
    /// key can be rotated.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> SigningKeys { get; set; } = [];

    /// <summary>How far the signed time stamp may be from now, into the past and into the future.</summary>
    /// <value>Default: 300 seconds.</value>
    public TimeSpan SignatureTolerance { get; set; } = TimeSpan.FromSeconds(300);

    /// <summary>Only bookings of this event type are processed; empty for all. Compared by its last path segment.</summary>
    /// <value>Default: empty.</value>
    public string EventTypeUri { get; set; } = "";
}
