using SalesIntel.Alerts;
using SalesIntel.Extraction;
using SalesIntel.Failures;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Decides what becomes of an event whose stage has failed.</summary>
internal sealed class FailureHandler(
    IWorkQueue queue,
    LeadReader reader,
    VerificationPolicy verification,
    IAlerts alerts,
    ProcessingOptions options,
    TimeProvider time,
    ILogger<FailureHandler> logger)
{
    /// <summary>For how long an event waits for a record that somebody else holds before its retries are used up.</summary>
    internal static readonly TimeSpan LongestBusy = TimeSpan.FromHours(12);

    public async Task HandleAsync(EventLease lease, Exception exception)
    {
        var stored = lease.Event;
        if (exception is CircuitOpenException open)
        {
            Log.Paused(logger, stored.EventId, stored.Stage, open.RetryAt, $"{open.Circuit}/paused");
            await CommitAsync(lease, new EventCommit { Next = new NextStep.RetryAt(open.RetryAt, ChargeAttempt: false) }).ConfigureAwait(false);
            return;
        }

        if (exception is ProviderException { IsPostponed: true } postponed)
        {
            var goesOn = time.GetUtcNow() + (postponed.RetryAfter ?? options.ProbeAfter);
            Log.Paused(logger, stored.EventId, stored.Stage, goesOn, $"{postponed.Provider}/{postponed.Code}");
            if (postponed.Code is ModelBudget.Spent or ModelBudget.Reserved)
            {
                await alerts.RaiseAsync(EventAlerts.OfBudget(postponed), CancellationToken.None).ConfigureAwait(false);
            }

            // It is no error and has no code of one; but whoever looks at the event sees why it waits, and until when.
            await CommitAsync(lease, new EventCommit
            {
                Next = new NextStep.RetryAt(goesOn, ChargeAttempt: false),
                Error = $"{postponed.Message} It waits until {TimeText.Utc(goesOn)}.",
            }).ConfigureAwait(false);
            return;
        }

        var failure = Failure.Of(exception);
        if (exception is ProviderException { Code: "timeout" or "unexpected_answer", MetClosedCircuit: true } && stored.ErrorClass == failure.Class)
        {
            // Others got through in between, and this one runs into the same wall again: it is about the event, not the provider.
            failure = failure with { Kind = FailureKind.Transient };
        }

        if (exception is ProviderException { IsRecordBusy: true } && BusySince(stored, failure) is { } since
            && time.GetUtcNow() - since.At < LongestBusy)
        {
            await WaitForRecordAsync(lease, failure, since).ConfigureAwait(false);
            return;
        }

        ProcessingMetrics.Failed(failure);
        var wait = failure.Kind switch
        {
            FailureKind.Paused => options.ProbeAfter,
            FailureKind.Transient => RetryPolicy.Wait(stored.Attempts, failure.RetryAfter, options, Random.Shared.NextDouble()),
            _ => null,
        };

        if (wait is not { } later)
        {
            await DeadLetterAsync(lease, failure).ConfigureAwait(false);
            return;
        }

        var at = time.GetUtcNow() + later;
        Log.Retried(logger, stored.EventId, stored.Stage, failure.Class, failure.Message, stored.Attempts + 1, at);
        var charged = failure.Kind == FailureKind.Transient;
        var recorded = await CommitAsync(lease, CommitOf(failure, new NextStep.RetryAt(at, ChargeAttempt: charged))).ConfigureAwait(false);
        if (recorded && charged)
        {
            ProcessingMetrics.Retried(stored);
        }
    }

    private Task<bool> CommitAsync(EventLease lease, EventCommit commit) => queue.CommitAsync(lease, commit, CancellationToken.None);

    private static EventCommit CommitOf(Failure failure, NextStep next) =>
        new() { Next = next, Error = failure.Message, ErrorClass = failure.Class };

    // People finish what they do with a record within a working day; what takes longer is forgotten.
    private LedgerEntry BusySince(WebhookEvent stored, Failure failure) =>
        stored.ErrorClass == failure.Class && stored.Ledger.TryGetValue(Effects.Wait, out var entry)
            ? entry
            : new LedgerEntry(LedgerState.Intended, time.GetUtcNow(), Detail: failure.Class);

    private async Task WaitForRecordAsync(EventLease lease, Failure failure, LedgerEntry since)
    {
        var stored = lease.Event;
        var at = time.GetUtcNow() + (failure.RetryAfter ?? options.RetryBase);
        Log.Retried(logger, stored.EventId, stored.Stage, failure.Class, failure.Message, stored.Attempts, at);
        await CommitAsync(lease, CommitOf(failure, new NextStep.RetryAt(at, ChargeAttempt: false)) with
        {
            Ledger = new Dictionary<string, LedgerEntry> { [Effects.Wait] = since },
        }).ConfigureAwait(false);
    }

    private async Task DeadLetterAsync(EventLease lease, Failure failure)
    {
        var stored = lease.Event;
        var recorded = await CommitAsync(lease, CommitOf(failure, new NextStep.DeadLetter()) with
        {
            Lead = await FactsOfAsync(stored).ConfigureAwait(false),
        }).ConfigureAwait(false);
        if (!recorded)
        {
            Log.LeaseLost(logger, stored.EventId, stored.Stage);
            return;
        }

        ProcessingMetrics.DeadLettered(stored);
        Log.DeadLettered(logger, stored.EventId, stored.Stage, failure.Class, failure.Message);
        await alerts.RaiseAsync(
            EventAlerts.OfDeadLetter(stored with { LastError = failure.Message, ErrorClass = failure.Class }),
            CancellationToken.None).ConfigureAwait(false);
    }

    // A fact stays a fact although the CRM refused it: the lead's next event shows it with its own. What belongs to another lead is no fact of
    // this one.
    private async Task<LeadUpdate?> FactsOfAsync(WebhookEvent stored)
    {
        if (stored.Lead is not { } lead || stored.Stage != Stage.Facts || !verification.MayRun(stored) || Requeueing.IsLeadUncertain(stored)
            || LeadTransfer.IsDue(stored))
        {
            return null;
        }

        try
        {
            var reading = await reader.ReadAsync(stored, CancellationToken.None).ConfigureAwait(false);
            return new LeadUpdate { Key = lead, Email = reading.Email, Facts = reading.EventFacts };
        }
        catch (Exception exception) when (exception is not StoreUnavailableException)
        {
            // What can't be read has no facts; and whatever is wrong here must not keep the event from being set aside.
            Log.Thrown(logger, stored.EventId, exception);
            return null;
        }
    }
}
