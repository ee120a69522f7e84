using SalesIntel.EndToEnd.Tests.Support;

namespace SalesIntel.EndToEnd.Tests.Pipeline;

/// <summary>A meeting that is pushed again.</summary>
public sealed class RevisionTests
{
    [Fact]
    public async Task Changed_push_replaces_the_meetings_own_note_and_an_unchanged_one_is_a_duplicate()
    {
        await using var host = await RunningHost.StartAsync();
        await host.FinishedAsync((await host.SendAsync("readai", "meeting_end_full")).EventId);
        Assert.Equal("duplicate", (await host.SendAsync("readai", "meeting_end_full")).Result);

        await host.FinishedAsync((await host.SendAsync("readai", "meeting_end_full_repush")).EventId);
        var note = Assert.Single(host.Simulator.State.Notes);
        Assert.Contains("sixty-day renewal notice confirmed by legal", note.Content, StringComparison.Ordinal);
        Assert.Equal("duplicate", (await host.SendAsync("readai", "meeting_end_full_repush")).Result);
    }

    [Fact]
    public async Task Meeting_goes_to_the_attendee_who_booked_and_keeps_the_booked_demo_time()
    {
        await using var host = await RunningHost.StartAsync();
        await host.FinishedAsync((await host.SendAsync("calendly", "invitee_created_from_reschedule")).EventId);
        await host.FinishedAsync((await host.SendAsync("readai", "meeting_end_full")).EventId);
        var lead = Assert.Single(host.Simulator.State.Leads);
        Assert.Equal(("Demo Complete", "2026-11-19T16:30:00+00:00"), (lead["Lead_Status"], lead["Demo_Datetime"]));
        Assert.Equal(2, host.Simulator.State.Notes.Count);
    }

    [Fact]
    public async Task Meeting_goes_to_the_attendee_who_is_a_lead_already_and_keeps_the_demo_date_that_is_there()
    {
        await using var host = await RunningHost.StartAsync();
        host.Simulator.State.AddLead(new()
        {
            ["Email"] = "ravindra.holm@brightwater-nutra.example", ["Last_Name"] = "Holm", ["Demo_Datetime"] = "2026-11-17T09:00:00-05:00",
        });
        await host.FinishedAsync((await host.SendAsync("readai", "meeting_end_long")).EventId);
        var lead = Assert.Single(host.Simulator.State.Leads);
        Assert.Equal(("Demo Complete", "2026-11-17T09:00:00-05:00"), (lead["Lead_Status"], lead["Demo_Datetime"]));
        Assert.Single(host.Simulator.State.Notes);
    }
}
