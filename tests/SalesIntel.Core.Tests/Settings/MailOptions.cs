using SalesIntel.Settings;

namespace SalesIntel.Core.Tests.Settings;

/// <summary>Options of a part that a user of the packages has written: a setting of each kind.</summary>
public sealed class MailOptions
{
    public static SettingsGroup<MailOptions> Settings { get; } = new SettingsGroup<MailOptions>()
        .Text("MAIL_HOST", o => o.Host, (o, v) => o.Host = v, "server that sends mail", SettingForm.Word)
        .Number("MAIL_PORT", o => o.Port, (o, v) => o.Port = v, 1, 65_535, "its port")
        .Flag("MAIL_TLS", o => o.Tls, (o, v) => o.Tls = v, "encrypted")
        .Flag("MAIL_RETRY", o => o.Retry, (o, v) => o.Retry = v, "tried again", unset: "the value of `MAIL_TLS`")
        .Seconds("MAIL_TIMEOUT_SECONDS", o => o.Timeout, (o, v) => o.Timeout = v, 0.5, 60, "how long a call may take")
        .Minutes("MAIL_PAUSE_MINUTES", o => o.Pause, (o, v) => o.Pause = v, 0, 60, "pause between mails")
        .Text("MAIL_PASSWORD", o => o.Password, (o, v) => o.Password = v, "of the account", SettingForm.Word, isSecret: true)
        .Text("MAIL_URL", o => o.Url, (o, v) => o.Url = v, "for stand-ins", SettingForm.Url, unset: "from the host")
        .List("MAIL_KEYS", o => o.Keys, (o, v) => o.Keys = v, "keys, comma separated", SettingForm.Word, isSecret: true)
        .List("MAIL_FOLDERS", o => o.Folders, (o, v) => o.Folders = v, "folders, comma separated")
        .Choice("MAIL_KIND", o => o.Kind, (o, v) => o.Kind = v, "`plain` or `rich`", [("plain", MailKind.Plain), ("rich", MailKind.Rich)])
        .Number(null, o => o.MaxSize, (o, v) => o.MaxSize = v, 1, 100)
        .Require(o => o.Tls ? "with MAIL_TLS=true" : null, "MAIL_PASSWORD")
        .Rule(o => o.Pause < o.Timeout && o.Pause > TimeSpan.Zero ? "MAIL_PAUSE_MINUTES is shorter than MAIL_TIMEOUT_SECONDS" : null)
        .Warn(o => o.Host.Length == 0 ? "MAIL_HOST is not set: no mail is sent." : null)
        .OwnsPrefix("MAIL_");

    public string Host { get; set; } = "";

    public int Port { get; set; } = 25;

    public bool Tls { get; set; }

    public bool? Retry { get; set; }

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    public TimeSpan Pause { get; set; } = TimeSpan.FromMinutes(1);

    public string Password { get; set; } = "";

    public string? Url { get; set; }

    public IReadOnlyList<string> Keys { get; set; } = [];

    public IReadOnlyList<string> Folders { get; set; } = ["in", "out"];

    public MailKind Kind { get; set; }

    public int MaxSize { get; set; } = 10;
}
