using System.Text.Json.Nodes;
using SalesIntel.EndToEnd.Tests.Support;
using SalesIntel.Simulator;
using SalesIntel.Storage.Contract;

namespace SalesIntel.EndToEnd.Tests.Pipeline;

/// <summary><c>EXTRACTION_CONCURRENCY</c>: many events are worked on at a time for the sake of full calls to the CRM, and the model has few of them.
/// </summary>
public sealed class ExtractionConcurrencyTests
{
    private const int Bookings = 24;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Model_reads_no_more_at_a_time_than_allowed_and_nobodys_facts_wait_for_it(int most)
    {
        var model = new HeldModel(most);
        await using var host = await RunningHost.StartAsync(
            new SimulatorOptions { BeforeAnswer = model.BeforeAnswerAsync }, ("WORKERS", "48"), ("EXTRACTION_CONCURRENCY", $"{most}"));

        var ids = await Task.WhenAll(Enumerable.Range(0, Bookings).Select(number => host.SendAsync("calendly", Booking(number))));
        await host.Simulator.WaitForAsync(
            crm => crm.Leads.Count(lead => lead["Lead_Status"] == "Demo Booked") == Bookings, TimeSpan.FromSeconds(30));
        await model.AllAllowed.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Empty(host.Simulator.State.Notes);

        model.LetThrough();
        foreach (var id in ids)
        {
            Assert.Equal(EventStatus.Processed, (await host.FinishedAsync(id)).Status);
        }

        Assert.Equal(most, model.Most);
        Assert.Equal(Bookings, host.Simulator.State.Notes.Count);
    }

    private static JsonObject Booking(int number)
    {
        var booking = RunningHost.Fixture("calendly", "invitee_created_full");
        var payload = booking["payload"]!.AsObject();
        payload["email"] = $"invitee{number}@harrowpine.example";
        payload["uri"] = $"{payload["uri"]}{number:00}";
        return booking;
    }

    // Its answers are held back until they are let through.
    private sealed class HeldModel(int allowed)
    {
        private readonly TaskCompletionSource allAllowed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource through = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock gate = new();
        private int inFlight;

        // As many are read at a time as may be.
        public Task AllAllowed => allAllowed.Task;

        public int Most { get; private set; }

        public void LetThrough() => through.SetResult();

        public async Task BeforeAnswerAsync(FaultTarget target, string operation)
        {
            if (target != FaultTarget.Gemini)
            {
                return;
            }

            lock (gate)
            {
                Most = Math.Max(Most, ++inFlight);
                if (inFlight == allowed)
                {
                    allAllowed.TrySetResult();
                }
            }

            await through.Task;
            lock (gate)
            {
                inFlight--;
            }
        }
    }
}
