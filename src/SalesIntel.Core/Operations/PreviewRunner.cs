using SalesIntel.Crm;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Operations;

/// <summary>Runs events through the very stages that a replay runs, over a copy of the store and a CRM that only records. Of several events
/// each sees what those before it would have written.</summary>
internal sealed class PreviewRunner
{
    private readonly MemoryStore copy;
    private readonly PreviewStore store;
    private readonly RecordingCrm crm;
    private readonly Dictionary<Stage, IStage> stages;
    private readonly ProcessingOptions options;
    private readonly TimeProvider time;
    private readonly bool extracts;

    /// <param name="real">Read, never written.</param>
    /// <param name="crm">Read, never written.</param>
    /// <param name="notAsked">Why the CRM is not to be asked; empty when it may be.</param>
    /// <param name="catalog">The fields in force.</param>
    /// <param name="sources">What reads the events.</param>
    /// <param name="team">Who never is a lead.</param>
    /// <param name="verification">Which facts are believed.</param>
    /// <param name="extractor">Reads what is to be read again; null = nothing is read.</param>
    /// <param name="options">How a replay would process.</param>
    /// <param name="time">The clock.</param>
    public PreviewRunner(
        IEventStore real,
        ICrm crm,
        string notAsked,
        FieldCatalog catalog,
        IReadOnlyList<IWebhookSource> sources,
        TeamOptions team,
        VerificationPolicy verification,
        IExtractor? extractor,
        ProcessingOptions options,
        TimeProvider time)
    {
        (this.options, this.time, extracts) = (options, time, extractor is not null);
        copy = new MemoryStore(time);
        store = new PreviewStore(real, copy);
        this.crm = new RecordingCrm(crm, exception => Failure.Of(exception).ToString(), notAsked);
        var reader = new LeadReader(store, sources, verification);
        stages = Stages.Build(
                store, reader, extractor ?? new UnreadExtractor(), catalog, team, new NoAlerts(), this.options, time, isPreview: true)
            .ToDictionary(stage => stage.Stage);
    }

    /// <summary>Previews the replay of one event.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be read.</exception>
    public async Task<ReplayPreview> RunAsync(WebhookEvent stored, RequeueRequest request, CancellationToken cancellationToken)
    {
        store.Begin();
        var known = request.Lead is { } lead ? await store.GetLeadAsync(lead, cancellationToken).ConfigureAwait(false) : null;
        crm.Begin(known?.CrmId ?? "");
        copy.Put(stored);
        await copy.RequeueAsync(stored.EventId, request, cancellationToken).ConfigureAwait(false);
        Failure? failure = null;
        while (failure is null && await copy.ClaimOneAsync(options.Lease, cancellationToken).ConfigureAwait(false) is { } lease)
        {
            failure = await RunStageAsync(lease, cancellationToken).ConfigureAwait(false);
        }

        var after = (await copy.GetAsync(stored.EventId, cancellationToken).ConfigureAwait(false))!;
        var needsExtraction = !extracts && !IsDone(stored, Effects.Extraction) && IsDone(after, Effects.Extraction);
        var record = after.Lead is { } own ? await store.GetLeadAsync(own, cancellationToken).ConfigureAwait(false) : null;
        var recording = crm.Take();
        return new ReplayPreview
        {
            EventId = stored.EventId,
            Source = stored.Source,
            EventType = stored.EventType,
            Result = ReplayResult.Requeued,
            StartsAt = request.Stage,
            EndsAs = after.Status,
            Lead = after.Lead,
            LeadId = record is null || RecordingCrm.IsNew(record.CrmId) ? "" : record.CrmId,
            CreatesLead = recording.Leads.Where(write => write.Creates != false).Select(write => write.Creates).FirstOrDefault(false),
            Fields = Changes(recording, after.Lead),
            NeedsExtraction = needsExtraction,
            Extraction = extracts ? Extraction(after) : null,
            Effects =
            [
                .. needsExtraction ? [new EffectPreview(Effects.Extraction, "read")] : Array.Empty<EffectPreview>(),
                .. recording.Notes.Select(note => new EffectPreview(Effects.Note, note.Replaces ? "replace" : "create", note.Note.Title)),
                .. recording.Tasks.Select(task => new EffectPreview(Effects.Task, "create", task.Subject)),
            ],
            Issues = failure is null ? [.. Issues(after, Effects.Facts), .. Issues(after, Effects.Intelligence)] : [],
            CrmNotAsked = crm.NotAsked,
            ErrorClass = failure?.Class ?? "",
            Error = failure?.Message ?? "",
        };
    }

    private static bool IsDone(WebhookEvent stored, string effect) =>
        stored.Ledger.TryGetValue(effect, out var entry) && entry.State == LedgerState.Done;

    private static ExtractionPreview? Extraction(WebhookEvent stored) =>
        IsDone(stored, Effects.Extraction) && ExtractionReceipt.Read(stored.Ledger[Effects.Extraction]) is { } receipt
            ? new ExtractionPreview(
                receipt.Source,
                receipt.Model,
                receipt.PromptVersion,
                receipt.Calls + (receipt.Verification?.Calls ?? 0),
                receipt.InputTokens + (receipt.Verification?.InputTokens ?? 0),
                receipt.OutputTokens + (receipt.Verification?.OutputTokens ?? 0),
                receipt.Cost + (receipt.Verification is { } second ? second.Cost : 0),
                receipt.Issues)
            : null;

    private static IReadOnlyList<string> Issues(WebhookEvent stored, string effect) =>
        LeadWriteDetail.Read(stored.Ledger.GetValueOrDefault(effect)) is { } detail
            ? [.. detail.Issues, .. (detail.Kept ?? []).Select(field => $"{field}: changed in the CRM, kept")]
            : [];

    // A field that is written twice is one change, from what was there at first to what is there at last.
    private IReadOnlyList<FieldChange> Changes(CrmRecording recording, LeadKey? lead)
    {
        var writtenBefore = lead is { } known ? store.WrittenBefore(known) : [];
        return
        [
            .. recording.Leads.SelectMany(write => write.Fields).GroupBy(field => field.Name).Select(writes =>
            {
                var first = writes.First();
                var before = first.IsBeforeKnown ? first.Before : writtenBefore[first.Name]?.DeepClone();
                return new FieldChange(first.Name, before, writes.Last().Value, first.IsBeforeKnown);
            }),
        ];
    }

    private async Task<Failure?> RunStageAsync(EventLease lease, CancellationToken cancellationToken)
    {
        var keeper = LeaseKeeper.Start(store, lease, options.Lease, time, cancellationToken);
        await using var _ = keeper.ConfigureAwait(false);
        try
        {
            await stages[lease.Event.Stage].RunAsync(new EventRun(new QueueCommits(store), keeper, crm, time)).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception) when (exception is not StoreUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            await copy.CommitAsync(keeper.Current, new EventCommit { Next = new NextStep.DeadLetter() }, CancellationToken.None)
                .ConfigureAwait(false);
            return Failure.Of(exception);
        }
    }
}
