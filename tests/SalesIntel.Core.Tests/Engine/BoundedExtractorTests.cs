using System.Threading.Channels;
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
        (await held.NextAsync()).SetException(new InvalidOperationException("refused"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => calls[0]);
        for (var answered = 1; answered < calls.Count; answered++)
        {
            (await held.NextAsync()).SetResult(new ExtractionResult { Values = LeadValues.Empty, Model = "test", ReadBy = ExtractionMethod.Model });
        }

        await Task.WhenAll(calls[1..]);
        Assert.Equal(2, held.Most);
    }

    private static Task<ExtractionResult> ReadAsync(BoundedExtractor bounded, CancellationToken cancellationToken) =>
        bounded.ExtractAsync(new BookingDocument(Extraction.Fixtures.BookingWith("ada@quill.example")), FieldCatalog.Default, cancellationToken);

    private sealed class HeldExtractor : IExtractor
    {
        private readonly Channel<TaskCompletionSource<ExtractionResult>> calls = Channel.CreateUnbounded<TaskCompletionSource<ExtractionResult>>();
        private int inFlight;

        public int InFlight => Volatile.Read(ref inFlight);

        public int Most { get; private set; }

        /// <summary>The call that began first of those that are not answered; waits for one to begin. Whoever takes it answers it.</summary>
        public async Task<TaskCompletionSource<ExtractionResult>> NextAsync()
        {
            var call = await calls.Reader.ReadAsync();
            Interlocked.Decrement(ref inFlight);
            return call;
        }

        public Task<ExtractionResult> ExtractAsync(LeadDocument document, FieldCatalog catalog, CancellationToken cancellationToken)
        {
            Most = Math.Max(Most, Interlocked.Increment(ref inFlight));
            var call = new TaskCompletionSource<ExtractionResult>(TaskCreationOptions.RunContinuationsAsynchronously);
            Assert.True(calls.Writer.TryWrite(call));
            return call.Task;
        }
    }
}
