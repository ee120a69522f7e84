using SalesIntel.EndToEnd.Tests.Support;
using SalesIntel.Simulator;
using SalesIntel.Storage.Contract;

namespace SalesIntel.EndToEnd.Tests.Pipeline;

/// <summary>What happens to bookings while a provider is down.</summary>
public sealed class OutageTests
{
    private const string Rosalind = "rosalind.achterberg@harrowpine.example";

    [Fact]
    public async Task Booking_is_in_the_crm_while_gemini_is_down_and_the_intel_follows_without_a_second_note()
    {
        await using var host = await RunningHost.StartAsync(("PROBE_SECONDS", "0.2"));
        var fault = new SimulatorFault { Target = FaultTarget.Gemini, Match = "*", Action = FaultAction.Unavailable };
        host.Simulator.Faults.Add(fault);

        var booked = await host.SendAsync("calendly", "invitee_created_full");
        await host.Simulator.WaitForAsync(
            crm => crm.Leads.Any(lead => lead["Email"] == Rosalind && lead["Lead_Status"] == "Demo Booked"), TimeSpan.FromSeconds(10));

        // What comes later of the same lead does not wait for the model either.
        await host.SendAsync("calendly", "invitee_canceled_rescheduled");
        var moved = await host.SendAsync("calendly", "invitee_created_from_reschedule");
        await host.Simulator.WaitForAsync(
            crm => crm.Leads.Single()["Demo_Datetime"] == "2026-11-19T16:30:00+00:00", TimeSpan.FromSeconds(10));
        Assert.Empty(host.Simulator.State.Notes);
        await host.Simulator.WaitForAsync(crm => crm.SlackMessages.Count == 1, TimeSpan.FromSeconds(10));

        host.Simulator.Faults.Clear();
        var first = await host.FinishedAsync(booked.EventId);
        var second = await host.FinishedAsync(moved.EventId);
        Assert.Equal((EventStatus.Processed, 0), (first.Status, first.Attempts));
        Assert.Equal((EventStatus.Processed, 0), (second.Status, second.Attempts));
        Assert.Equal(2, host.Simulator.State.Notes.Count);
        Assert.NotNull(host.Simulator.State.Leads.Single()["Lead_Intel"]);
        await host.Simulator.WaitForAsync(crm => crm.SlackMessages.Count == 2, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Rate_limit_of_zoho_uses_up_no_retries()
    {
        await using var host = await RunningHost.StartAsync(("PROBE_SECONDS", "0.2"), ("MAX_RETRIES", "0"));
        host.Simulator.Faults.Add(new SimulatorFault { Target = FaultTarget.Zoho, Match = "*", Action = FaultAction.RateLimit, Times = 12, RetryAfterSeconds = 0.1 });
        string[] files = ["invitee_created_full", "invitee_created_minimal", "invitee_created_long_answers", "invitee_no_show_created"];
        foreach (var file in files)
        {
            var sent = await host.SendAsync("calendly", file);
            Assert.Equal("accepted", sent.Result);
        }

        await host.Simulator.WaitForAsync(crm => crm.Leads.Count == 4 && crm.Notes.Count == 3, TimeSpan.FromSeconds(60));
        Assert.Equal(0, (await host.Store.GetStatusAsync(CancellationToken.None)).DeadLetters);
    }

    [Theory]
    [InlineData(200, "<html><body>Maintenance</body></html>")]
    [InlineData(200, "")]
    [InlineData(302, "")]
    [InlineData(403, "<html><body>Forbidden</body></html>")]
    [InlineData(403, "")]
    [InlineData(404, "")]
    public async Task Answer_of_zoho_about_everybody_is_an_outage_and_no_dead_letter(int status, string body)
    {
        await using var host = await RunningHost.StartAsync(("PROBE_SECONDS", "0.2"), ("MAX_RETRIES", "0"));
        host.Simulator.Faults.Add(new SimulatorFault
        {
            Target = FaultTarget.Zoho, Match = "*", Action = FaultAction.Body, Status = status, Body = body, ForSeconds = 3,
        });
        foreach (var file in (string[])["invitee_created_full", "invitee_created_minimal", "invitee_created_long_answers", "invitee_no_show_created"])
        {
            Assert.Equal("accepted", (await host.SendAsync("calendly", file)).Result);
        }

        await host.Simulator.WaitForAsync(crm => crm.Leads.Count == 4 && crm.Notes.Count == 3, TimeSpan.FromSeconds(60));
        Assert.Equal(0, (await host.Store.GetStatusAsync(CancellationToken.None)).DeadLetters);
    }

    [Fact]
    public async Task Note_whose_answer_was_lost_is_not_written_twice()
    {
        await using var host = await RunningHost.StartAsync(("PROBE_SECONDS", "0.2"), ("RETRY_BASE_SECONDS", "0.1"), ("CREATE_FOLLOWUP_TASK", "true"));
        host.Simulator.Faults.Add(new SimulatorFault { Target = FaultTarget.Zoho, Match = "notes", Action = FaultAction.DropAfterCommit, Times = 1 });
        host.Simulator.Faults.Add(new SimulatorFault { Target = FaultTarget.Zoho, Match = "tasks", Action = FaultAction.DropAfterCommit, Times = 1 });
        var sent = await host.SendAsync("calendly", "invitee_created_full");
        var stored = await host.FinishedAsync(sent.EventId);
        Assert.Equal(EventStatus.Processed, stored.Status);
        Assert.Single(host.Simulator.State.Notes);
        Assert.Single(host.Simulator.State.Tasks);
        Assert.All(host.Simulator.State.GeminiPrompts, prompt => Assert.Equal(1, prompt.Value));
    }

    [Fact]
    public async Task Event_that_zoho_rejects_is_dead_lettered_with_one_alert_without_personal_data()
    {
        await using var host = await RunningHost.StartAsync();
        host.Simulator.Faults.Add(new SimulatorFault
        {
            Target = FaultTarget.Zoho, Match = "upsert", Action = FaultAction.Body, Status = 400,
            Body = """{"data":[{"code":"NOT_APPROVED","status":"error","message":"record not approved","details":{}}]}""",
        });
        var stored = await host.FinishedAsync((await host.SendAsync("calendly", "invitee_created_full")).EventId);
        Assert.Equal((EventStatus.Failed, "zoho/NOT_APPROVED"), (stored.Status, stored.ErrorClass));
        await host.Simulator.WaitForAsync(crm => crm.SlackMessages.Count == 1, TimeSpan.FromSeconds(10));
        var alert = host.Simulator.State.SlackMessages.Single().Payload.ToJsonString();
        Assert.Contains(stored.EventId, alert, StringComparison.Ordinal);
        Assert.DoesNotContain("harrowpine", alert, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Rosalind", alert, StringComparison.OrdinalIgnoreCase);
    }
}
