using SalesIntel.EndToEnd.Tests.Support;
using SalesIntel.Simulator;

namespace SalesIntel.EndToEnd.Tests.Pipeline;

/// <summary>Calls to Zoho that an event costs when it comes alone; tokens and the fields' description apart.</summary>
public sealed class CallCountTests
{
    private const string Known = "invitee_created_from_reschedule";

    [Theory]
    [InlineData(true, 5)]
    [InlineData(false, 4)]
    public async Task Lone_booking(bool mayQuery, int calls)
    {
        await using var host = await StartAsync(mayQuery);

        // The first of a process also finds out whether the token may query.
        await CallsAsync(host, "calendly", "invitee_created_minimal");
        Assert.Equal(calls, await CallsAsync(host, "calendly", Known));
    }

    [Fact]
    public async Task Meeting_of_a_known_lead_and_its_cancellation()
    {
        await using var host = await StartAsync(mayQuery: true);
        await CallsAsync(host, "calendly", Known);
        Assert.InRange(await CallsAsync(host, "readai", "meeting_end_full"), 3, 4);
        Assert.Equal(0, Requests(host, "zoho.note"));

        // A note is read only when it is about to be replaced.
        Assert.InRange(await CallsAsync(host, "readai", "meeting_end_full_repush"), 2, 4);
        Assert.Equal(1, Requests(host, "zoho.note"));
    }

    private static Task<RunningHost> StartAsync(bool mayQuery)
    {
        var options = new SimulatorOptions();
        if (!mayQuery)
        {
            options.MissingScopes.Add("ZohoCRM.coql.READ");
        }

        return RunningHost.StartAsync(options);
    }

    private static async Task<int> CallsAsync(RunningHost host, string source, string file)
    {
        var before = Total(host);
        await host.FinishedAsync((await host.SendAsync(source, file)).EventId);
        return Total(host) - before;
    }

    private static int Total(RunningHost host) => host.Simulator.State.Requests
        .Where(one => one.Key.StartsWith("zoho.", StringComparison.Ordinal) && one.Key != "zoho.fields").Sum(one => one.Value);

    private static int Requests(RunningHost host, string name) => host.Simulator.State.Requests.GetValueOrDefault(name);
}
