using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SalesIntel.Engine;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Queueing;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Hosting.Tests.Queueing;

/// <summary>What is said about waiting events that were never verified when a real run begins.</summary>
public sealed class UnverifiedReportTests
{
    private readonly SwitchableStore store = new(new FakeTimeProvider());
    private readonly LogLines log = new();

    [Theory]
    [InlineData(false, null, "signatures: 2")]
    [InlineData(false, true, "")]
    [InlineData(true, null, "")]
    public async Task Real_run_says_how_many_it_will_set_aside(bool dryRun, bool? allowUnsigned, string said)
    {
        await AcceptAsync("a", verified: false);
        await AcceptAsync("b", verified: false);
        await AcceptAsync("c", verified: true);

        await RunAsync(dryRun, allowUnsigned);

        Assert.Equal(said.Length > 0 ? 1 : 0, log.Count("UnverifiedWaiting"));
        Assert.All(log.All.Where(line => line.Id.Name == "UnverifiedWaiting"), line => Assert.Contains(said, line.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Store_that_is_away_keeps_nothing_from_starting()
    {
        store.IsAway = true;
        await RunAsync(dryRun: false, allowUnsigned: null);

        Assert.Equal((0, 1), (log.Count("UnverifiedWaiting"), log.Count("UnverifiedNotCounted")));
    }

    private async Task RunAsync(bool dryRun, bool? allowUnsigned)
    {
        using var factory = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        using var report = new UnverifiedReport(
            store,
            new ProcessingOptions { DryRun = dryRun },
            new WebhookOptions { AllowUnsigned = allowUnsigned },
            new HostingOptions(),
            factory.CreateLogger<UnverifiedReport>());
        await report.StartAsync(CancellationToken.None);
        await report.ExecuteTask!;
    }

    private Task AcceptAsync(string id, bool verified) => store.Inner.AcceptAsync(
        new NewEvent
        {
            Source = "calendly",
            EventType = "invitee.created",
            ExternalId = id,
            IdempotencyKey = $"calendly:invitee.created:{id}",
            Revision = "1",
            Payload = "{}"u8.ToArray(),
            Lane = Lane.Meeting(id),
            Verified = verified,
        },
        CancellationToken.None);
}
