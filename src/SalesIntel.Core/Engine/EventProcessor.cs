using SalesIntel.Crm;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Runs one stage of a taken event.</summary>
public sealed class EventProcessor
{
    private readonly Dictionary<Stage, IStage> stages;
    private readonly IWorkQueue queue;
    private readonly ICrm crm;
    private readonly CrmCallers callers;
    private readonly FailureHandler failures;
    private readonly VerificationPolicy verification;
    private readonly ProcessingOptions options;
    private readonly TimeProvider time;
    private readonly ILogger logger;

    internal EventProcessor(
        IEnumerable<IStage> stages,
        IWorkQueue queue,
        ICrm crm,
        CrmCallers callers,
        FailureHandler failures,
        VerificationPolicy verification,
        ProcessingOptions options,
        TimeProvider time,
        ILogger<EventProcessor> logger)
    {
        this.stages = stages.ToDictionary(stage => stage.Stage);
        this.queue = queue;
        this.crm = crm;
        this.callers = callers;
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
        using var caller = callers.Enter();
        var keeper = LeaseKeeper.Start(queue, lease, options.Lease, time, cancellationToken);
        await using var _ = keeper.ConfigureAwait(false);
        try
        {
            if (!verification.MayRun(lease.Event))
            {
                throw VerificationPolicy.Refusal(lease.Event);
            }

            await (options.DryRun ? RunDryAsync(keeper) : RunAsync(keeper)).ConfigureAwait(false);
            Log.StageDone(
                logger, lease.Event.EventId, lease.Event.Source, lease.Event.EventType, lease.Event.Stage,
                time.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (Exception exception) when (exception is LeaseLostException || keeper.IsLost)
        {
            Log.LeaseLost(logger, lease.Event.EventId, lease.Event.Stage);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await queue.CommitAsync(keeper.Current, new EventCommit { Next = new NextStep.Release() }, CancellationToken.None)
                .ConfigureAwait(false);
            Log.Released(logger, lease.Event.EventId, lease.Event.Stage);
            throw;
        }
        catch (Exception exception) when (exception is not StoreUnavailableException)
        {
            Log.Thrown(logger, lease.Event.EventId, exception);
            await failures.HandleAsync(keeper.Current, exception).ConfigureAwait(false);
        }
    }

    private async Task RunAsync(LeaseKeeper keeper)
    {
        var run = new EventRun(new QueueCommits(queue), keeper, CrmFor(keeper.Current.Event), time);
        if (run.Event is { Stage: not Stage.Route, Lead: { } lead } && Requeueing.IsLeadUncertain(run.Event))
        {
            await run.RouteAgainAsync(lead).ConfigureAwait(false);
            return;
        }

        await RunStagesAsync(run).ConfigureAwait(false);
    }

    // The same stages, to which it makes no difference that their CRM only records and that not everything they commit is kept.
    private async Task RunDryAsync(LeaseKeeper keeper)
    {
        var recording = new RecordingCrm(CrmFor(keeper.Current.Event), exception => exception is CircuitOpenException ? exception.Message : Failure.Of(exception).ToString());
        var run = new EventRun(new DryRunCommits(queue, recording), keeper, recording, time);
        await RunStagesAsync(run).ConfigureAwait(false);
        if (recording.NotAsked.Length > 0)
        {
            Log.CrmNotAsked(logger, run.Event.EventId, recording.NotAsked);
        }
    }

    // Somebody waits for what has just come in; nobody does for what a person has had run again, maybe with thousands of others.
    private ICrm CrmFor(WebhookEvent stored) => stored.Ledger.ContainsKey(Effects.Replay) ? crm.InBackground() : crm;

    private async Task RunStagesAsync(EventRun run)
    {
        for (Stage? stage = run.Event.Stage; stage is { } current; stage = run.TakeNext())
        {
            await stages[current].RunAsync(run).ConfigureAwait(false);
        }
    }
}
