using SalesIntel.Leads;
using SalesIntel.Snapshots;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;
using VerifyXunit;

namespace SalesIntel.Webhooks.Calendly;

public sealed class CalendlyFixtureTests
{
    public static TheoryData<string> Files => Fixtures.Names("calendly");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Fixture_is_read(string file)
    {
        var body = Fixtures.Bytes($"calendly/{file}");

        var reading = new CalendlySource(new CalendlyOptions()).Read(body);

        Assert.Equal(reading.Kind == WebhookKind.Process, reading.Facts.Count > 0);
        Assert.Equal(reading.Kind == WebhookKind.Process, reading.Reason.Length == 0);
        var read = new { reading = reading.Identity(), facts = reading.Facts, document = reading.Document?.Key };
        await Verifier.Verify(SnapshotJson.Of(read), "json").UseParameters(file);
    }

    [Fact]
    public void Both_halves_of_a_reschedule_name_each_other()
    {
        var old = Read(Fixtures.Bytes("calendly/invitee_canceled_rescheduled"));
        var @new = Read(Fixtures.Bytes("calendly/invitee_created_from_reschedule"));

        Assert.Equal(old.InviteeId, @new.OldInviteeId);
        Assert.Equal(@new.InviteeId, old.NewInviteeId);
        Assert.True(old.Rescheduled);
        Assert.False(@new.Rescheduled);
    }

    private static Booking Read(byte[] body) => new CalendlySource(new CalendlyOptions()).Read(body).Booking()!;
}
