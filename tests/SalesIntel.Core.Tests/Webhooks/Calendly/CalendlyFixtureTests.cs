using SalesIntel.Leads;
using SalesIntel.Snapshots;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;
using VerifyXunit;

namespace SalesIntel.Webhooks.Calendly;

[UsesVerify]
public sealed class CalendlyFixtureTests
{
    private static readonly DateTimeOffset ReceivedAt = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Files => Fixtures.Names("calendly");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Fixture_is_read(string file)
    {
        var body = Fixtures.Bytes($"calendly/{file}");

        var reading = new CalendlySource(new CalendlyOptions()).Read(body);
        var message = CalendlyWebhook.TryRead(body, ReceivedAt, out var problem);

        Assert.Equal(reading.Kind == WebhookKind.Process, message is not null);
        Assert.Equal(reading.Reason, problem);
        await Verifier.Verify(SnapshotJson.Of(new { reading, message }), "json").UseParameters(file);
    }

    [Fact]
    public void Both_halves_of_a_reschedule_name_each_other()
    {
        var old = CalendlyWebhook.TryRead(Fixtures.Bytes("calendly/invitee_canceled_rescheduled"), ReceivedAt, out _)!;
        var @new = CalendlyWebhook.TryRead(Fixtures.Bytes("calendly/invitee_created_from_reschedule"), ReceivedAt, out _)!;

        Assert.Equal(old.Booking.InviteeId, @new.Booking.OldInviteeId);
        Assert.Equal(@new.Booking.InviteeId, old.Booking.NewInviteeId);
        Assert.True(old.Booking.Rescheduled);
        Assert.False(@new.Booking.Rescheduled);
    }
}
