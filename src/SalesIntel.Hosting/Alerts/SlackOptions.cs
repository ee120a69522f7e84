using SalesIntel.Settings;

namespace SalesIntel.Hosting.Alerts;

/// <summary>Where and how often people hear of alerts.</summary>
public sealed class SlackOptions
{
    /// <summary>The settings that fill these options.</summary>
    public static SettingsGroup<SlackOptions> Settings { get; } = new SettingsGroup<SlackOptions>()
        .Text("SLACK_WEBHOOK_URL", o => o.WebhookUrl, (o, v) => o.WebhookUrl = v,
            "incoming webhook for alerts; not set = alerts are only logged", SettingForm.SecureUrl, isSecret: true)
        .Seconds("ALERT_WINDOW_SECONDS", o => o.Window, (o, v) => o.Window = v, 0.1, 86_400,
            "repetitions of an alert are counted for so long and sent as one")
        .Warn(o => o.WebhookUrl.Length == 0 ? "SLACK_WEBHOOK_URL is not set: alerts are only logged." : null);

    /// <summary>The incoming webhook, see https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks; environment
    /// <c>SLACK_WEBHOOK_URL</c>. A secret.</summary>
    /// <value>Default empty: alerts are only logged.</value>
    public string WebhookUrl { get; set; } = "";

    /// <summary>For how long repetitions of an alert are counted and sent as one; environment <c>ALERT_WINDOW_SECONDS</c>.</summary>
    /// <value>0.1 s to a day, default 15 minutes.</value>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(15);
}
