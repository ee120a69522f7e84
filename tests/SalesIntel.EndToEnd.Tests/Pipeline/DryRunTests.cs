using SalesIntel.EndToEnd.Tests.Support;
using SalesIntel.Storage.Contract;

namespace SalesIntel.EndToEnd.Tests.Pipeline;

/// <summary>Dry run: nothing is written, everything is shown, and nothing counts as done.</summary>
public sealed class DryRunTests
{
    [Theory]
    [InlineData("demo")]
    [InlineData("")]
    public async Task Dry_run_writes_nothing_and_keeps_what_it_would_write(string geminiKey)
    {
        await using var host = await RunningHost.StartAsync(
            ("DRY_RUN", "true"), ("GEMINI_API_KEY", geminiKey), ("ZOHO_REFRESH_TOKEN", ""), ("CREATE_FOLLOWUP_TASK", "true"));
        var stored = await host.FinishedAsync((await host.SendAsync("calendly", "invitee_created_full")).EventId);

        Assert.True(stored is { Status: EventStatus.Processed, DryRun: true });
        Assert.Empty(host.Simulator.State.Leads);
        Assert.DoesNotContain(host.Simulator.State.Requests.Keys, request => request.StartsWith("zoho", StringComparison.Ordinal));
        Assert.Contains("\"Lead_Status\":\"Demo Booked\"", stored.Ledger["facts"].Detail, StringComparison.Ordinal);
        Assert.Contains("2026-11-18 Demo booked", stored.Ledger["note"].Detail, StringComparison.Ordinal);
        Assert.Contains("Prepare", stored.Ledger["task"].Detail, StringComparison.Ordinal);
        Assert.Equal(geminiKey.Length > 0 ? LedgerState.Done : LedgerState.DryRun, stored.Ledger["extraction"].State);
    }

    [Fact]
    public async Task Same_message_runs_for_real_after_a_dry_run_and_the_model_is_not_paid_twice()
    {
        var data = Directory.CreateTempSubdirectory("salesintel-dry-");
        try
        {
            await using (var rehearsal = await RunningHost.StartAsync(("DRY_RUN", "true"), ("DATA_DIR", data.FullName)))
            {
                await rehearsal.FinishedAsync((await rehearsal.SendAsync("calendly", "invitee_created_full")).EventId);
                Assert.Single(rehearsal.Simulator.State.GeminiCalls);
            }

            await using var host = await RunningHost.StartAsync(("DATA_DIR", data.FullName));
            var again = await host.SendAsync("calendly", "invitee_created_full");
            var stored = await host.FinishedAsync(again.EventId);
            Assert.True(stored is { Status: EventStatus.Processed, DryRun: false });
            Assert.Single(host.Simulator.State.Leads);
            Assert.Single(host.Simulator.State.Notes);
            Assert.Empty(host.Simulator.State.GeminiCalls);
            Assert.Equal("duplicate", (await host.SendAsync("calendly", "invitee_created_full")).Result);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
