using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Has the language model read the event. It touches no lead, and so runs beside the lead's other events.</summary>
internal sealed class ExtractStage(
    LeadReader reader, IExtractor extractor, DocumentWork work, RouteReview review, TimeProvider time, bool isPreview) : IStage
{
    public Stage Stage => Stage.Extract;

    public async Task RunAsync(EventRun run)
    {
        var key = run.Event.Lead!.Value;
        var reading = await reader.ReadAsync(run.Event, run.Token).ConfigureAwait(false);
        await review.AfterAsync(run, reading).ConfigureAwait(false);
        if (reading.Document is not { } document)
        {
            await run.CommitAsync(new EventCommit
            {
                Next = new NextStep.Finish(EventStatus.Processed), Error = "", ErrorClass = "",
            }).ConfigureAwait(false);
            return;
        }

        var toDeliver = new NextStep.MoveTo(Lane.Lead(key), Stage.Deliver, key);
        if (run.Done(Effects.Extraction) is not null)
        {
            await run.CommitAsync(new EventCommit { Next = toDeliver }).ConfigureAwait(false);
            return;
        }

        run.EnsureHeld();
        var (fact, receipt) = await work.ExtractAsync(run.Event, document, extractor, TermsOf(run.Event, reading), run.Token).ConfigureAwait(false);
        var detail = JsonSerializer.Serialize(receipt, ProcessingJsonContext.Default.ExtractionReceipt);
        await run.CommitAsync(new EventCommit
        {
            Next = toDeliver,
            Ledger = new Dictionary<string, LedgerEntry> { [Effects.Extraction] = run.Entry(LedgerState.Done, receipt.Model, detail) },
            Lead = new LeadUpdate { Key = key, Email = reading.Email, Facts = [fact] },
            Error = "",
            ErrorClass = "",
        }).ConfigureAwait(false);
    }

    // Nobody prepares for a demo that was called off.
    private ExtractionTerms TermsOf(WebhookEvent stored, LeadReading reading)
    {
        var again = stored.Ledger.GetValueOrDefault(Effects.Reextraction)?.Reference ?? "";
        return new ExtractionTerms
        {
            IsBackfill = again.Length > 0,
            NeededAt = LeadProjection.Demo(reading.Facts) is { Status: not LeadStatus.DemoCanceled, At: { } demo } && demo > time.GetUtcNow() ? demo : null,
            AskAgain = again,
            IsPreview = isPreview && again.Length > 0,
        };
    }
}
