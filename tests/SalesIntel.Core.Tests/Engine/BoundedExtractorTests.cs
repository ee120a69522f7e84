using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Engine;

public sealed class BoundedExtractorTests
{
    [Fact]
    public async Task No_more_documents_than_allowed_are_read_at_a_time_and_a_failure_or_one_who_gives_up_frees_the_place()
    {
        var held = new HeldExtractor();
        var bounded = new BoundedExtractor(held, 2);
        using var stop = new CancellationTokenSource();
        List<Task<ExtractionResult>> calls = [.. Enumerable.Range(0, 4).Select(_ => ReadAsync(bounded, default))];
        var givenUp = ReadAsync(bounded, stop.Token);
        Assert.Equal(2, held.InFlight);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        held.Next().SetException(new InvalidOperationException("refused"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => calls[0]);
        for (var at = 1; at < calls.Count; at++)
        {
            held.Next().SetResult(new ExtractionResult { Values = LeadValues.Empty, ReadBy = ExtractionMethod.Model, Model = "test" });
            await calls[at];
        }

        Assert.Equal(2, held.Most);
    }

    private static Task<ExtractionResult> ReadAsync(BoundedExtractor bounded, CancellationToken cancellationToken) =>
        bounded.ExtractAsync(new BookingDocument(new Booking { InviteeId = "A", Email = "ada@quill.example", CreatedAt = default, UpdatedAt = default }), FieldCatalog.Default, cancellationToken);

    private sealed class HeldExtractor : IExtractor
    {
        private readonly Queue<TaskCompletionSource<ExtractionResult>> _calls = new();

        public int InFlight { get; private set; }

        public int Most { get; private set; }

        // Whoever gets the place that is freed begins before this returns, on the same thread.
        public TaskCompletionSource<ExtractionResult> Next()
        {
            InFlight--;
            return _calls.Dequeue();
        }

        public Task<ExtractionResult> ExtractAsync(LeadDocument document, FieldCatalog catalog, CancellationToken cancellationToken)
        {
            Most = Math.Max(Most, ++InFlight);
            _calls.Enqueue(new TaskCompletionSource<ExtractionResult>());
            return _calls.Last().Task;
        }
    }
}
