using Microsoft.Extensions.Logging;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Runs one stage of a taken event.</summary>
public sealed class EventProcessor
{
    private readonly Dictionary<Stage, IStage> stages;
    private readonly IWorkQueue queue;
    private readonly FailureHandler failures;
    private readonly VerificationPolicy verification;
    private readonly ProcessingOptions options;
    private readonly TimeProvider time;
    private readonly ILogger logger;

    internal EventProcessor(
        IEnumerable<IStage> stages,
        IWorkQueue queue,
        FailureHandler failures,
        VerificationPolicy verification,
        ProcessingOptions options,
        TimeProvider time,
        ILogger<EventProcessor> logger)
    {
        this.stages = stages.ToDictionary(stage => stage.Stage);
        this.queue = queue;
        this.failures = failures;
        this.verification = verification;
        this.options = options;
        this.time = time;
        this.logger = logger;
    }

    /// <summary>Runs the event's current stage and commits what happens next. Renews the lease while it works. Whatever a provider or
    /// the event itself does wrong ends in a retry or a dead letter, not in an exception.</summary>
    /// <param name="lease">The taken event.</param>
    /// <param name="cancellationToken">The host stops: the lease is given back.</param>
    /// <exception cref="OperationCanceledException">The host stops; the lease was given back.</exception>
    /// <exception cref="StoreUnavailableException">Nothing could be recorded; the event is due again when its lease runs out.</exception>
    public async Task ProcessAsync(EventLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var started = time.GetTimestamp();
        var keeper = LeaseKeeper.Start(queue, lease, options.Lease, time, cancellationToken);
        await using var _ = keeper.ConfigureAwait(false);
        var run = new EventRun(queue, keeper, time);
        try
        {
            if (!verification.MayRun(run.Event))
            {
                throw VerificationPolicy.Refusal(run.Event);
            }

            await stages[run.Event.Stage].RunAsync(run).ConfigureAwait(false);
            Log.StageDone(
                logger, run.Event.EventId, run.Event.Source, run.Event.EventType, run.Event.Stage,
                time.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (Exception exception) when (exception is LeaseLostException || keeper.IsLost)
        {
            Log.LeaseLost(logger, run.Event.EventId, run.Event.Stage);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await queue.CommitAsync(keeper.Current, new EventCommit { Next = new NextStep.Release() }, CancellationToken.None)
                .ConfigureAwait(false);
            Log.Released(logger, run.Event.EventId, run.Event.Stage);
            throw;
        }
        catch (Exception exception) when (exception is not StoreUnavailableException)
        {
            Log.Thrown(logger, run.Event.EventId, exception);
            await failures.HandleAsync(keeper.Current, exception).ConfigureAwait(false);
        }
    }
}
