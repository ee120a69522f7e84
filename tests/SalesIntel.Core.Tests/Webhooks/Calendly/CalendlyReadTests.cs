using System.Text.Json;
using System.Text.Json.Nodes;
using SalesIntel.Leads;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;

namespace SalesIntel.Webhooks.Calendly;

public sealed class CalendlyReadTests
{
    private const string OurEventType = "https://api.calendly.com/event_types/9e7a1c44-03bd-4d58-b6f2-8c1d5a20f967";

    [Theory]
    [InlineData("ann@lee.example", "ann@lee.example")]
    [InlineData("  ANN+Demo@Lee.EXAMPLE\t", "ann+demo@lee.example")]
    [InlineData("zoë@größe.example", "zoë@größe.example")]
    [InlineData("None", null)]
    [InlineData("null", null)]
    [InlineData("", null)]
    [InlineData("ann", null)]
    [InlineData("@lee.example", null)]
    [InlineData("ann@", null)]
    [InlineData("ann lee@lee.example", null)]
    [InlineData("ann@lee@lee.example", null)]
    [InlineData("ann@lee.example,bob@lee.example", null)]
    [InlineData("Ann <ann@lee.example>", "ann@lee.example")]
    [InlineData("Ann <ann@lee.example>, Bob <bob@lee.example>", null)]
    [InlineData("ann\u0000@lee.example", null)]
    public void Email_is_normalized_or_the_message_unreadable(string sent, string? expected)
    {
        var body = Body(payload => payload["email"] = sent);

        var reading = Read(body);

        Assert.Equal(expected, reading.LeadEmail());
        Assert.Equal(expected is null ? WebhookKind.Unreadable : WebhookKind.Process, reading.Kind);
        Assert.Equal(expected is null, reading.Reason.Contains("payload.email", StringComparison.Ordinal));
        Assert.Equal("e7b5019c-6a2d-4f83-b04e-1d9c3a58f762", reading.ExternalId);
        Assert.Equal(expected, reading.Booking()?.Email);
    }

    [Theory]
    [InlineData(242, WebhookKind.Process)]
    [InlineData(243, WebhookKind.Unreadable)]
    public void Email_may_have_254_characters(int localPart, WebhookKind expected) =>
        Assert.Equal(expected, Read(Body(payload => payload["email"] = new string('a', localPart) + "@lee.example")).Kind);

    [Fact]
    public void Reason_never_shows_a_value()
    {
        var reading = Read(Body(payload => payload["email"] = "secret person"));

        Assert.DoesNotContain("secret", reading.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  Ann\r\n\t Lee\u0000 ", "Ann Lee")]
    [InlineData("Ann\u2028Lee\u00A0B.", "Ann Lee B.")]
    [InlineData("👩‍🎨 Zoë 🏷️", "👩‍🎨 Zoë 🏷️")]
    [InlineData("\u0007", "")]
    [InlineData("Hsecname \u202Egnp.exe\u2066", "Hsecname gnp.exe")]
    [InlineData("\u200B\u2060", "")]
    public void Name_becomes_one_clean_line(string sent, string expected) =>
        Assert.Equal(expected, Booking(Body(payload => payload["name"] = sent)).Name);

    [Fact]
    public void Address_with_invisible_characters_is_no_other_lead()
    {
        var body = Body(payload => payload["email"] = "ANN\u200B@lee\u202E.example ");

        Assert.Equal("ann@lee.example", Read(body).LeadEmail());
        Assert.Equal("ann@lee.example", Booking(body).Email);
    }

    [Theory]
    [InlineData("x", 1_000)]
    [InlineData("😀", 1_000)]
    [InlineData("xxx😀😀", 999)]
    [InlineData("x ", 999)]
    public void Name_of_ten_thousand_characters_is_cut_between_characters(string part, int expected)
    {
        var name = string.Concat(Enumerable.Repeat(part, 10_000));

        var read = Booking(Body(payload => payload["name"] = name)).Name;

        Assert.Equal(expected, read.Length);
        Assert.StartsWith(read, name, StringComparison.Ordinal);
        Assert.False(char.IsHighSurrogate(read[^1]));
    }

    [Theory]
    [InlineData("\\ud800", "\uFFFD")]
    [InlineData("\\uDC00x", "\uFFFDx")]
    [InlineData("\\ud83d\\ude00", "😀")]
    [InlineData("\\ud83d\\ud83d\\ude00", "\uFFFD😀")]
    [InlineData("\\\\ud800", "\\ud800")]
    [InlineData("\\ud800\\n", "\uFFFD")]
    [InlineData("\\u00e9", "é")]
    public void Half_a_surrogate_pair_is_replaced(string escaped, string expected)
    {
        var body = System.Text.Encoding.UTF8.GetBytes(
            $"{{\"event\":\"invitee.created\",\"\\ud800\":1,\"payload\":{{\"uri\":\"x/1\",\"email\":\"a@b.example\",\"name\":\"{escaped}\"}}}}");

        var booking = Booking(body);

        Assert.Equal(expected, booking.Name);
        _ = JsonSerializer.SerializeToUtf8Bytes(booking);
    }

    [Fact]
    public void Byte_order_mark_does_not_matter() =>
        Assert.Equal(WebhookKind.Process, Read([0xEF, 0xBB, 0xBF, .. Body(_ => { })]).Kind);

    [Theory]
    [InlineData("Mars/Olympus_Mons")]
    [InlineData("Asia/Calcutta")]
    public void Time_zone_is_kept_as_sent(string zone) =>
        Assert.Equal(zone, Booking(Body(payload => payload["timezone"] = zone)).TimeZone);

    [Theory]
    [InlineData("", WebhookKind.Process)]
    [InlineData(OurEventType, WebhookKind.Process)]
    [InlineData("https://calendly.com/event_types/9e7a1c44-03bd-4d58-b6f2-8c1d5a20f967/", WebhookKind.Process)]
    [InlineData("https://api.calendly.com/event_types/another", WebhookKind.Ignore)]
    public void Only_bookings_of_the_configured_event_type_are_processed(string configured, WebhookKind expected)
    {
        var reading = Read(Body(_ => { }), configured);

        Assert.Equal(expected, reading.Kind);
        Assert.Equal(expected == WebhookKind.Ignore ? "another event type" : "", reading.Reason);
    }

    [Fact]
    public void Message_without_a_scheduled_event_is_processed_for_any_event_type() =>
        Assert.Equal(
            WebhookKind.Process,
            Read(Fixtures.Bytes("calendly/invitee_created_legacy_no_scheduled_event"), "https://calendly.com/event_types/x").Kind);

    [Theory]
    [InlineData("meeting_recap.created", "meeting_recap.created", "event 'meeting_recap.created' is not processed")]
    [InlineData("<script>", "unknown", "unknown event")]
    [InlineData("ann@lee.example", "unknown", "unknown event")]
    public void Event_of_another_kind_is_ignored(string sent, string type, string reason)
    {
        var reading = Read(Root(root => root["event"] = sent));

        Assert.Equal(WebhookKind.Ignore, reading.Kind);
        Assert.Equal(type, reading.EventType);
        Assert.Equal(reason, reading.Reason);
        Assert.Equal("e7b5019c-6a2d-4f83-b04e-1d9c3a58f762", reading.ExternalId);
    }

    [Theory]
    [InlineData("https://calendly.com/scheduled_events/A/invitees/B_2-c/?x=1#y", "^B_2-c$")]
    [InlineData("B", "^B$")]
    [InlineData("https://calendly.com/invitees/ann@lee.example", "^[0-9a-f]{32}$")]
    [InlineData("https://calendly.com/invitees/a:b c", "^[0-9a-f]{32}$")]
    public void Invitee_is_known_by_the_last_segment_of_its_uri(string uri, string expected)
    {
        var body = Body(payload => payload["uri"] = uri);

        Assert.Matches(expected, Read(body).ExternalId);
        Assert.Equal(Read(body).ExternalId, Booking(body).InviteeId);
    }

    [Theory]
    [InlineData("invitee.created", "2026-01-01", "2026-01-04")]
    [InlineData("invitee.canceled", "2026-01-03", "2026-01-02")]
    [InlineData("invitee.rescheduled", "2026-01-04", "2026-01-02")]
    [InlineData("invitee_no_show.created", "2026-01-05", "2026-01-02")]
    [InlineData("invitee_no_show.deleted", "2026-01-04", "2026-01-02")]
    public void Time_of_what_happened_is_the_closest_one_told(string type, string expected, string fallback)
    {
        var whole = Root(root => Times(root, type));
        var without = Root(root =>
        {
            Times(root, type);
            var payload = root["payload"]!.AsObject();
            payload.Remove("cancellation");
            payload.Remove("no_show");
            payload.Remove("created_at");
            if (type is "invitee.rescheduled" or "invitee_no_show.deleted")
            {
                root.AsObject().Remove("created_at");
            }
        });
        var nothing = System.Text.Encoding.UTF8.GetBytes(
            $"{{\"event\":\"{type}\",\"payload\":{{\"uri\":\"x/1\",\"email\":\"a@b.example\"}}}}");

        Assert.Equal(expected, HappenedAt(whole).ToString("yyyy-MM-dd", null));
        Assert.Equal(fallback, HappenedAt(without).ToString("yyyy-MM-dd", null));
        Assert.Equal(Readings.ReceivedAt, HappenedAt(nothing));
    }

    [Fact]
    public void No_show_marked_twice_has_two_revisions()
    {
        var first = Fixtures.Json("calendly/invitee_no_show_created");
        var second = first.DeepClone();
        second["payload"]!["no_show"]!["uri"] = "https://api.calendly.com/invitee_no_shows/another";

        Assert.NotEqual(Read(first.ToBytes()).Revision, Read(second.ToBytes()).Revision);
        Assert.Equal(Read(first.ToBytes()).IdempotencyKey, Read(second.ToBytes()).IdempotencyKey);
    }

    [Fact]
    public void Message_sent_again_in_another_form_has_the_same_identity_and_revision()
    {
        var json = Fixtures.Json("calendly/invitee_created_full");
        var again = json.DeepClone().AsObject();
        var type = again["event"]!.DeepClone();
        again.Remove("event");
        again["event"] = type;

        Assert.Equal(Read(json.ToBytes()).Identity(), Read(again.ToBytes()).Identity());
        Assert.Equal(Read(json.ToBytes()).Identity(), Read(Fixtures.Bytes("calendly/invitee_created_full")).Identity());
    }

    [Fact]
    public void Invitee_that_replaces_itself_replaces_nobody()
    {
        var body = Body(payload => payload["old_invitee"] = payload["uri"]!.DeepClone());

        Assert.Null(Booking(body).OldInviteeId);
    }

    private static void Times(JsonNode root, string type)
    {
        var payload = root["payload"]!;
        root["event"] = type;
        root["created_at"] = "2026-01-04T00:00:00Z";
        payload["created_at"] = "2026-01-01T00:00:00Z";
        payload["updated_at"] = "2026-01-02T00:00:00Z";
        payload["cancellation"] = new JsonObject { ["created_at"] = "2026-01-03T00:00:00Z" };
        payload["no_show"] = new JsonObject { ["created_at"] = "2026-01-05T00:00:00Z" };
    }

    private static byte[] Root(Action<JsonNode> change)
    {
        var root = Fixtures.Json("calendly/invitee_created_full");
        change(root);
        return root.ToBytes();
    }

    private static byte[] Body(Action<JsonNode> change) => Root(root => change(root["payload"]!));

    private static WebhookReading Read(byte[] body, string eventTypeUri = "") =>
        new CalendlySource(new CalendlyOptions { EventTypeUri = eventTypeUri }).Read(body);

    private static Booking Booking(byte[] body) => Read(body).Booking()!;

    // The last fact is what the message is about; the first shows the booking.
    private static DateTimeOffset HappenedAt(byte[] body) => Read(body).Facts[^1].At;
}
