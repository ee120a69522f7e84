using System.Runtime.CompilerServices;
using SalesIntel.Crm;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Failures;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Operations;

/// <summary>What an operator does with events: list them, look at one, replay, and see before what a replay would change. Replaying
/// an event that was processed is harmless: what was done for it is not done again.</summary>
public sealed partial class EventOperations
{
    /// <summary>Replays in a second, unless another rate is asked for: about what the CRM takes beside its daily work.</summary>
    public const double DefaultRate = 5;

    private readonly IEventStore store;
    private readonly ICircuitStore circuits;
    private readonly ICrm crm;
    private readonly FieldCatalog catalog;
    private readonly IReadOnlyList<IWebhookSource> sources;
    private readonly TeamOptions team;
    private readonly VerificationPolicy verification;
    private readonly IExtractor extractor;
    private readonly ProcessingOptions options;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly LeadReader reader;

    internal EventOperations(
        IEventStore store,
        ICircuitStore circuits,
        ICrm crm,
        FieldCatalog catalog,
        IReadOnlyList<IWebhookSource> sources,
        TeamOptions team,
        VerificationPolicy verification,
        IExtractor extractor,
        ProcessingOptions options,
        TimeProvider time,
        ILogger<EventOperations> logger)
    {
        (this.store, this.circuits, this.crm, this.catalog) = (store, circuits, crm, catalog);
        (this.sources, this.team, this.verification, this.extractor) = (sources, team, verification, extractor);
        (this.options, this.time, this.logger) = (options, time, logger);
        reader = new LeadReader(store, sources, verification);
    }

    /// <summary>Events by filter, newest first. What can't be read of an event is at its default; its id is there.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public IAsyncEnumerable<WebhookEvent> ListAsync(EventFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return store.ListAsync(filter, cancellationToken);
    }

    /// <summary>One event; null when there is none (any more).</summary>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public Task<WebhookEvent?> GetAsync(string eventId, CancellationToken cancellationToken) => store.GetAsync(eventId, cancellationToken);

    /// <summary>What was read from an event's document, as it is kept with the lead, each value with its label and the claims behind it; empty
    /// when nothing was read, or a later report of the document has taken its place.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    internal async Task<IReadOnlyList<KeyValuePair<string, FieldValue>>> ValuesOfAsync(WebhookEvent stored, CancellationToken cancellationToken)
    {
        var record = stored.Lead is { } lead ? await store.GetLeadAsync(lead, cancellationToken).ConfigureAwait(false) : null;
        var read = record?.Facts.OfType<ValuesRead>().LastOrDefault(fact => fact.EventId == stored.EventId);
        return
        [
            .. catalog.All.Where(field => read?.Values[field] is { } value && (value.IsKnown || value.Claims.Count > 0))
                .Select(field => KeyValuePair.Create(field.Label, read!.Values[field])),
        ];
    }

    /// <summary>What a replay of one event would change. Writes nothing, to the CRM or to the store, and asks no model; the CRM is
    /// asked what it holds if it answers.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public async Task<ReplayPreview> PreviewAsync(string eventId, CancellationToken cancellationToken)
    {
        var runner = await StartPreviewAsync(extracts: false, cancellationToken).ConfigureAwait(false);
        return await PreviewAsync(runner, eventId, NoRequest, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What a replay of these events would change: of each what is left for it to change after those before it. In the
    /// order of acceptance.</summary>
    /// <param name="filter">Which; the newest <see cref="EventFilter.Limit"/> of them. Must have a condition.</param>
    /// <param name="perSecond">At most so many in a second, above 0.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The filter has no condition.</exception>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public IAsyncEnumerable<ReplayPreview> PreviewAsync(EventFilter filter, double perSecond, CancellationToken cancellationToken) =>
        PreviewAllAsync(filter, perSecond, NoRequest, cancellationToken);

    /// <summary>Runs one event again from its start.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public Task<ReplayOutcome> ReplayAsync(string eventId, CancellationToken cancellationToken) =>
        ReplayAsync(eventId, isVouchedFor: false, cancellationToken);

    /// <summary>Runs one event again from its start.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="isVouchedFor">True when a person has looked at the message and says that it is genuine: needed in a real run for an
    /// event that was accepted before it was kept whether its signature had been checked.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public Task<ReplayOutcome> ReplayAsync(string eventId, bool isVouchedFor, CancellationToken cancellationToken) =>
        ReplayAsync(eventId, isVouchedFor, NoRequest, cancellationToken);

    /// <summary>Runs events again from their start, in the order of acceptance.</summary>
    /// <param name="filter">Which; the newest <see cref="EventFilter.Limit"/> of them. Must have a condition.</param>
    /// <param name="perSecond">At most so many in a second, above 0.</param>
    /// <param name="cancellationToken">Ends it; what was replayed until then stays so.</param>
    /// <exception cref="ArgumentException">The filter has no condition.</exception>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public IAsyncEnumerable<ReplayOutcome> ReplayAsync(EventFilter filter, double perSecond, CancellationToken cancellationToken) =>
        ReplayAllAsync(filter, perSecond, NoRequest, cancellationToken);

    private IAsyncEnumerable<ReplayPreview> PreviewAllAsync(
        EventFilter filter, double perSecond, string request, CancellationToken cancellationToken)
    {
        Check(filter, perSecond);
        return Run(cancellationToken);

        async IAsyncEnumerable<ReplayPreview> Run([EnumeratorCancellation] CancellationToken ending)
        {
            var runner = await StartPreviewAsync(request.Length > 0, ending).ConfigureAwait(false);
            await foreach (var eventId in EachAsync(filter, perSecond, ending).ConfigureAwait(false))
            {
                yield return await PreviewAsync(runner, eventId, request, ending).ConfigureAwait(false);
            }
        }
    }

    private IAsyncEnumerable<ReplayOutcome> ReplayAllAsync(
        EventFilter filter, double perSecond, string request, CancellationToken cancellationToken)
    {
        Check(filter, perSecond);
        return EachAsync(filter, perSecond, cancellationToken).Select(async (string eventId, CancellationToken ending) =>
            await ReplayAsync(eventId, isVouchedFor: false, request, ending).ConfigureAwait(false));
    }

    private async Task<ReplayOutcome> ReplayAsync(
        string eventId, bool isVouchedFor, string extractionRequest, CancellationToken cancellationToken)
    {
        var (outcome, _, request) = await LookAsync(eventId, isVouchedFor, extractionRequest, cancellationToken).ConfigureAwait(false);
        if (request is null)
        {
            return outcome;
        }

        // What was found may have changed since: the store has the last word.
        var requeued = await store.RequeueAsync(eventId, request, cancellationToken).ConfigureAwait(false);
        if (requeued == RequeueOutcome.Requeued)
        {
            Log.Replayed(logger, eventId, request.Stage);
        }

        return outcome with
        {
            Result = requeued switch
            {
                RequeueOutcome.Requeued => ReplayResult.Requeued,
                RequeueOutcome.StillRunning => ReplayResult.StillRunning,
                _ => ReplayResult.NotFound,
            },
        };
    }

    private static void Check(EventFilter filter, double perSecond)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(perSecond);
        if (!filter.HasCondition)
        {
            throw new ArgumentException("A replay by filter needs at least one condition, e.g. the status.", nameof(filter));
        }
    }

    // The ids first: what is replayed changes what the filter finds.
    private async IAsyncEnumerable<string> EachAsync(
        EventFilter filter, double perSecond, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ids = await store.ListAsync(filter, cancellationToken).Select(stored => stored.EventId).ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        var throttle = new Throttle(perSecond, time);
        foreach (var eventId in Enumerable.Reverse(ids))
        {
            await throttle.WaitAsync(cancellationToken).ConfigureAwait(false);
            yield return eventId;
        }
    }

    private async Task<PreviewRunner> StartPreviewAsync(bool extracts, CancellationToken cancellationToken)
    {
        var notAsked = await circuits.GetAsync(Circuits.Crm, cancellationToken).ConfigureAwait(false) is { } open && open.Until > time.GetUtcNow()
                ? $"it is not taking calls: {open.Reason}"
                : "";
        return new PreviewRunner(store, crm, notAsked, catalog, sources, team, verification, extracts ? extractor : null, options, time);
    }

    private async Task<ReplayPreview> PreviewAsync(
        PreviewRunner runner, string eventId, string extractionRequest, CancellationToken cancellationToken)
    {
        var (outcome, stored, request) = await LookAsync(eventId, isVouchedFor: false, extractionRequest, cancellationToken)
            .ConfigureAwait(false);
        var preview = request is null
            ? new ReplayPreview
            {
                EventId = eventId,
                Source = stored?.Source ?? "",
                EventType = stored?.EventType ?? "",
                Result = outcome.Result,
                Lead = stored?.Lead,
                ErrorClass = outcome.ErrorClass,
                Error = outcome.Error,
            }
            : await runner.RunAsync(stored!, request, cancellationToken).ConfigureAwait(false);
        return preview with { DryRun = options.DryRun };
    }

    // A request comes with an event that can be requeued.
    private async Task<(ReplayOutcome Outcome, WebhookEvent? Stored, RequeueRequest? Request)> LookAsync(
        string eventId, bool isVouchedFor, string extractionRequest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(eventId);
        if (await store.GetAsync(eventId, cancellationToken).ConfigureAwait(false) is not { } stored)
        {
            return (new ReplayOutcome(eventId, ReplayResult.NotFound), null, null);
        }

        if (stored.Status is EventStatus.Queued or EventStatus.Processing)
        {
            return (new ReplayOutcome(eventId, ReplayResult.StillRunning), stored, null);
        }

        if (!verification.MayReplay(stored, isVouchedFor))
        {
            var refusal = VerificationPolicy.Refusal(stored);
            return (new ReplayOutcome(eventId, ReplayResult.Unverified, $"event/{refusal.Code}", refusal.Message), stored, null);
        }

        try
        {
            // What could not be read when it came has no lead; a reader that has learnt it since tells the lead.
            var reading = reader.Read(stored);
            if (extractionRequest.Length > 0 && reading.Document is null)
            {
                return (new ReplayOutcome(eventId, ReplayResult.NothingToExtract), stored, null);
            }

            var email = LeadReader.EmailOf(reading);
            var routed = stored.Lead is null && email is not null ? stored with { Lead = LeadKey.FromEmail(email) } : stored;
            var start = Requeueing.FromStart(routed) with
            {
                Verified = stored.Verified is null && isVouchedFor ? true : null,
                Ledger = LedgerOf(stored, extractionRequest),
            };
            return (new ReplayOutcome(eventId, ReplayResult.Requeued), stored, start);
        }
        catch (PermanentFailureException failure)
        {
            return (new ReplayOutcome(eventId, ReplayResult.Unreadable, $"event/{failure.Code}", failure.Message), stored, null);
        }
    }
}
