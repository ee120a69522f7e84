using System.Buffers;
using System.Text.Encodings.Web;
using SalesIntel.Hosting.Alerts.Book;

namespace SalesIntel.Hosting.Alerts;

/// <summary>A notice as a Block Kit message: what failed, how often, since when, what to do, which events. Limits: header 150
/// characters, section 3,000 (https://docs.slack.dev/reference/block-kit/blocks).</summary>
internal static class SlackMessage
{
    private const int MostInHeader = 150;

    private const int MostInSection = 2_900;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Render(Notice notice, DateTimeOffset now)
    {
        var alert = notice.Group.Latest;
        var headline = Headline(notice);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("text", Escape(headline));
            json.WriteStartArray("blocks");
            Block(json, "header", "plain_text", TextCleaner.Shorten(headline, MostInHeader));
            Section(json, Escape(alert.Detail));
            Section(json, Counts(notice, now));
            Section(json, alert.Action.Length == 0 ? "" : $"*What to do:* {Escape(alert.Action)}");
            Section(json, Events(notice.Group.EventIds));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static string Headline(Notice notice) => notice.Kind switch
    {
        NoticeKind.AllClear => $"Over: {notice.Group.Latest.Title}",
        NoticeKind.Digest => string.Create(CultureInfo.InvariantCulture, $"{notice.Group.Latest.Title} ({notice.Group.Repeated} more)"),
        _ => notice.Group.Latest.Title,
    };

    private static string Counts(Notice notice, DateTimeOffset now)
    {
        var since = notice.Group.Since;
        var when = TimeText.UtcSeconds(since);
        return notice.Kind switch
        {
            NoticeKind.First => $"*Since:* {when}",
            NoticeKind.Digest => string.Create(CultureInfo.InvariantCulture,
                $"*Times:* {notice.Group.Repeated} more, {notice.Group.Total} in all\n*Since:* {when}"),
            _ => string.Create(CultureInfo.InvariantCulture,
                $"*Times:* {notice.Group.Total} in all\n*Since:* {when}, for {Duration(now - since)}"),
        };
    }

    private static string Duration(TimeSpan span) => span.TotalMinutes < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours} h {span.Minutes} min");

    private static string Events(IReadOnlyList<string> ids) =>
        ids.Count == 0 ? "" : $"*Events:* {string.Join(", ", ids.Select(id => $"`{Escape(id)}`"))}";

    private static void Section(Utf8JsonWriter json, string text)
    {
        if (text.Length > 0)
        {
            Block(json, "section", "mrkdwn", TextCleaner.Shorten(text, MostInSection));
        }
    }

    private static void Block(Utf8JsonWriter json, string block, string kind, string text)
    {
        json.WriteStartObject();
        json.WriteString("type", block);
        json.WriteStartObject("text");
        json.WriteString("type", kind);
        json.WriteString("text", text);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Slack reads <...> as links and mentions: nothing in an alert may call a person or hide an address.
    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
