using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Engine;

/// <summary>Reads so many documents at a time and no more: a model has limits of its own, and more events are worked on at a time than it
/// takes. Of those that wait the one whose demo is soonest comes first, and work on the past last.</summary>
internal sealed class BoundedExtractor(IExtractor extractor, int most, TimeProvider time) : IExtractor
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<TaskCompletionSource, (bool IsBackfill, DateTimeOffset DueBy, long Arrival)> waiting = new();
    private int free = most;
    private long arrivals;

    public Task<ExtractionResult> ExtractAsync(LeadDocument document, FieldCatalog catalog, CancellationToken cancellationToken) =>
        ExtractAsync(document, catalog, ExtractionTerms.Usual, cancellationToken);

    public async Task<ExtractionResult> ExtractAsync(
        LeadDocument document, FieldCatalog catalog, ExtractionTerms terms, CancellationToken cancellationToken)
    {
        await EnterAsync(terms, cancellationToken).ConfigureAwait(false);
        try
        {
            return await extractor.ExtractAsync(document, catalog, terms, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    private async Task EnterAsync(ExtractionTerms terms, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (free > 0)
            {
                free--;
                return;
            }

            waiting.Enqueue(turn, (terms.IsBackfill, terms.DueBy(time.GetUtcNow()), ++arrivals));
        }

        await using var givesUp = cancellationToken.UnsafeRegister(
            static (waiter, token) => ((TaskCompletionSource)waiter!).TrySetCanceled(token), turn).ConfigureAwait(false);
        await turn.Task.ConfigureAwait(false);
    }

    // Who has given up meanwhile is passed over.
    private void Leave()
    {
        lock (gate)
        {
            while (waiting.TryDequeue(out var turn, out _))
            {
                if (turn.TrySetResult())
                {
                    return;
                }
            }

            free++;
        }
    }
}
