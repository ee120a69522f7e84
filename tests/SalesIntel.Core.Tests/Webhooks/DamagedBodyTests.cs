using System.Text;
using System.Text.Json;
using CsCheck;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Webhooks;

public sealed class DamagedBodyTests
{
    private static readonly CalendlySource Calendly = new(new CalendlyOptions());
    private static readonly ReadAiSource ReadAi = new(new ReadAiOptions());

    public static TheoryData<string, byte[]> Unusable => UnusableBodies.All;

    public static TheoryData<string> CalendlyFiles =>
        ["invitee_created_full", "invitee_canceled_rescheduled", "invitee_no_show_created", "invitee_created_minimal"];

    public static TheoryData<string> ReadAiFiles =>
        ["meeting_end_short_3min", "meeting_end_string_lists", "flat_relay", "wrapped_session", "wrapped_meeting"];

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Body_that_is_no_message_is_kept_as_unreadable(string what, byte[] body)
    {
        foreach (var reading in new[] { Calendly.Read(body), ReadAi.Read(body) })
        {
            Assert.True(reading.Kind == WebhookKind.Unreadable, what);
            Assert.Matches("^[0-9a-f]{32}$", reading.ExternalId);
            Assert.EndsWith(":" + reading.ExternalId, reading.IdempotencyKey, StringComparison.Ordinal);
            Assert.Matches("^[0-9a-f]{16}$", reading.Revision);
            Assert.NotEmpty(reading.Reason);
            Assert.Null(reading.Route);
            Assert.Empty(reading.Facts);
            Assert.Null(reading.Document);
        }
    }

    [Theory]
    [MemberData(nameof(CalendlyFiles))]
    public void Calendly_value_of_another_type_changes_neither_identity_nor_sanity(string file)
    {
        var whole = Calendly.Read(Fixtures.Bytes($"calendly/{file}"));
        foreach (var (path, body) in JsonDamage.Of(Fixtures.Json($"calendly/{file}")))
        {
            var reading = Calendly.Read(body);

            AssertSane(path, reading);
            Assert.True(path is "event" or "payload" or "payload.uri" || SameIdentity(whole, reading), path);
            Assert.True(
                path is "event" or "payload" or "payload.uri" or "payload.email" or "payload.event"
                || reading.Kind == WebhookKind.Process,
                path);
        }
    }

    [Theory]
    [MemberData(nameof(ReadAiFiles))]
    public void ReadAi_value_of_another_type_changes_neither_identity_nor_sanity(string file)
    {
        var whole = ReadAi.Read(Fixtures.Bytes($"readai/{file}"));
        foreach (var (path, body) in JsonDamage.Of(Fixtures.Json($"readai/{file}")))
        {
            var reading = ReadAi.Read(body);

            AssertSane(path, reading);
            Assert.True(
                path is "session_id" or "meeting_id" or "session" or "meeting" or "session.id" or "meeting.meeting_id"
                || SameIdentity(whole, reading),
                path);
        }
    }

    [Fact]
    public void Body_cut_off_anywhere_is_unreadable()
    {
        byte[][] bodies = [Fixtures.Bytes("calendly/invitee_created_full"), Fixtures.Bytes("readai/meeting_end_full")];
        foreach (var body in bodies)
        {
            for (var length = 0; length < body.AsSpan().TrimEnd("\n "u8).Length; length += 97)
            {
                Assert.Equal(WebhookKind.Unreadable, Calendly.Read(body.AsMemory(0, length)).Kind);
                Assert.Equal(WebhookKind.Unreadable, ReadAi.Read(body.AsMemory(0, length)).Kind);
            }
        }
    }

    [Fact]
    public void Random_bytes_never_throw() => Gen.Byte.Array[0, 100].Sample(body =>
    {
        _ = Calendly.Read(body);
        _ = ReadAi.Read(body);
    });

    [Fact]
    public void Overwritten_bytes_never_throw()
    {
        var calendly = Fixtures.Bytes("calendly/invitee_created_unicode_multiline");
        var readAi = Fixtures.Bytes("readai/meeting_end_string_lists");
        string[] scraps = ["\\", "\"", "\\ud83d", "\\u0000", "{", "]", "\0", "9", "-1e9", "@"];
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, scraps.Length - 1])
            .Sample((at, scrap) =>
            {
                var text = scraps[scrap];
                var body = Over(calendly, at, text);
                AssertSane(text, Calendly.Read(body));
                body = Over(readAi, at, text);
                AssertSane(text, ReadAi.Read(body));
            });
    }

    private static byte[] Over(byte[] body, int at, string text)
    {
        var copy = body.ToArray();
        var bytes = Encoding.UTF8.GetBytes(text);
        bytes.CopyTo(copy, at % (copy.Length - bytes.Length));
        return copy;
    }

    private static bool SameIdentity(WebhookReading whole, WebhookReading reading) =>
        whole.ExternalId == reading.ExternalId && whole.IdempotencyKey == reading.IdempotencyKey;

    private static void AssertSane(string what, WebhookReading reading)
    {
        Assert.True(reading.Route is not null || reading.Kind != WebhookKind.Process, what);
        Assert.Equal(reading.Route is null, reading.Facts.Count == 0);
        Assert.All(reading.Facts, fact => Assert.Empty(fact.EventId));
        Assert.True(reading.Kind == WebhookKind.Process || reading.Reason.Length > 0, what);
        Assert.Matches("^[A-Za-z0-9_-]{1,100}$", reading.ExternalId);
        Assert.Matches("^[A-Za-z0-9:.+_-]{1,80}$", reading.Revision);
        Assert.Matches("^(calendly|readai):[a-z0-9_.]{1,60}:[A-Za-z0-9_-]{1,100}$", reading.IdempotencyKey);

        // Strict: writing what can't be UTF-8 would throw here.
        _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(JsonSerializer.SerializeToUtf8Bytes(
            new { reading.Facts, Booking = reading.Booking(), Meeting = reading.Meeting() }));
    }
}
