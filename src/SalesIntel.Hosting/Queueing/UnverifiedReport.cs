using SalesIntel.Engine;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Webhooks;

namespace SalesIntel.Hosting.Queueing;

/// <summary>Says when a real run begins how many of the waiting events it will set aside because nobody had verified their messages.
/// </summary>
internal sealed class UnverifiedReport(
    IEventStore store, ProcessingOptions processing, WebhookOptions webhooks, HostingOptions hosting, ILogger<UnverifiedReport> logger)
    : BackgroundService
{
    // Enough to know that there are many; more would only cost time.
    private const int Most = 1_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (processing.DryRun || hosting.Role == HostRole.Api)
        {
            return;
        }

        var verification = new VerificationPolicy(processing, webhooks);
        var count = 0;
        try
        {
            await foreach (var waiting in store.ListAsync(new EventFilter { Status = EventStatus.Queued, Limit = Most }, stoppingToken)
                .ConfigureAwait(false))
            {
                count += verification.MayRun(waiting) ? 0 : 1;
            }
        }
        catch (StoreUnavailableException exception)
        {
            // The pump reports the outage; each of the events is reported when it is set aside.
            Log.UnverifiedNotCounted(logger, exception);
        }

        if (count > 0)
        {
            Log.UnverifiedWaiting(logger, count);
        }
    }
}
