using System.Text.Json;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Storage;

namespace SalesIntel.Processing;

/// <summary>Has the language model read the event. It touches no lead, and so runs beside the lead's other events.</summary>
internal sealed class ExtractStage(LeadReader reader, IExtractor extractor, ProcessingOptions options) : IStage
{
    public Stage Stage => Stage.Extract;

    public async Task RunAsync(EventRun run)
    {
        var reading = await reader.ReadAsync(run.Event, run.Token).ConfigureAwait(false);
        var key = run.Event.Lead!.Value;
        if (reading.Event.Subject is not { } subject || subject.IsReplaced(reading.Facts))
        {
            await run.CommitAsync(new EventCommit
            {
                Next = new NextStep.Finish(EventStatus.Processed, options.DryRun), Error = "", ErrorClass = "",
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
        var (fact, receipt) = await subject.ExtractAsync(run.Event, extractor, run.Token).ConfigureAwait(false);

        // What rules made up for a rehearsal is read again by the model when it is for real; what a model read is paid for.
        var state = options.DryRun && receipt.Source == "rules" ? LedgerState.DryRun : LedgerState.Done;
        var detail = JsonSerializer.Serialize(receipt, ProcessingJsonContext.Default.ExtractionReceipt);
        await run.CommitAsync(new EventCommit
        {
            Next = toDeliver,
            Ledger = new Dictionary<string, LedgerEntry> { [Effects.Extraction] = run.Entry(state, receipt.Model, detail) },
            Lead = new LeadUpdate { Key = key, Email = reading.Event.Email, Facts = [fact] },
            Error = "",
            ErrorClass = "",
        }).ConfigureAwait(false);
    }
}
