using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
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
        var bounded = new BoundedExtractor(held, 2, TimeProvider.System);
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

    [Fact]
    public async Task Of_those_that_wait_the_soonest_demo_comes_first_and_the_past_last()
    {
        var (held, time) = (new HeldExtractor(), new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)));
        var bounded = new BoundedExtractor(held, 1, time);
        Task[] calls =
        [
            ReadAsync("first", new ExtractionTerms()),
            ReadAsync("past", new ExtractionTerms { IsBackfill = true, NeededAt = time.GetUtcNow().AddHours(1) }),
            ReadAsync("in three weeks", In(21)),
            ReadAsync("recording", new ExtractionTerms()),
            ReadAsync("held yesterday", In(-1)),
            ReadAsync("tomorrow", In(1)),
        ];
        foreach (var _ in calls)
        {
            (await held.NextAsync()).SetResult(new ExtractionResult { Values = LeadValues.Empty, Model = "test", ReadBy = ExtractionMethod.Model });
        }

        await Task.WhenAll(calls);
        Assert.Equal(["first", "tomorrow", "recording", "held yesterday", "in three weeks", "past"], held.Begun);

        ExtractionTerms In(int days) => new() { NeededAt = time.GetUtcNow().AddDays(days) };

        Task ReadAsync(string name, ExtractionTerms terms) => bounded.ExtractAsync(
            new BookingDocument(Extraction.Fixtures.BookingWith("ada@quill.example") with { InviteeId = name }), FieldCatalog.Default, terms, default);
    }

    private static Task<ExtractionResult> ReadAsync(BoundedExtractor bounded, CancellationToken cancellationToken) =>
        bounded.ExtractAsync(new BookingDocument(Extraction.Fixtures.BookingWith("ada@quill.example")), FieldCatalog.Default, cancellationToken);

    private sealed class HeldExtractor : IExtractor
    {
        private readonly Channel<TaskCompletionSource<ExtractionResult>> calls = Channel.CreateUnbounded<TaskCompletionSource<ExtractionResult>>();
        private int inFlight;

        public int InFlight => Volatile.Read(ref inFlight);

        public int Most { get; private set; }

        /// <summary>The bookings in the order in which they were begun.</summary>
        public ConcurrentQueue<string> Begun { get; } = new();

        /// <summary>The call that began first of those that are not answered; waits for one to begin. Whoever takes it answers it.</summary>
        public async Task<TaskCompletionSource<ExtractionResult>> NextAsync()
        {
            var call = await calls.Reader.ReadAsync();
            Interlocked.Decrement(ref inFlight);
            return call;
        }

        public Task<ExtractionResult> ExtractAsync(LeadDocument document, FieldCatalog catalog, CancellationToken cancellationToken)
        {
            Begun.Enqueue(((BookingDocument)document).Booking.InviteeId);
            Most = Math.Max(Most, Interlocked.Increment(ref inFlight));
            var call = new TaskCompletionSource<ExtractionResult>(TaskCreationOptions.RunContinuationsAsynchronously);
            Assert.True(calls.Writer.TryWrite(call));
            return call.Task;
        }
    }
}
