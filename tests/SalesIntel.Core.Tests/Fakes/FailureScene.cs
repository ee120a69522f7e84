using Microsoft.Extensions.Logging.Abstractions;
using SalesIntel.Engine;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>An event whose processing has failed, and what becomes of it.</summary>
internal sealed class FailureScene
{
    public FailureScene() => Handler = new FailureHandler(
        Pipeline.Store,
        Pipeline.Reader,
        Pipeline.Verification,
        Pipeline.Alerts,
        Pipeline.Options,
        Pipeline.Time,
        NullLogger<FailureHandler>.Instance);

    /// <summary>Where it is processed.</summary>
    public Pipeline Pipeline { get; } = new();

    /// <summary>Decides what becomes of it.</summary>
    public FailureHandler Handler { get; }

    /// <summary>Takes an event and lets it fail; the event as it is stored then.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="post">True: a booking comes in first; false: what waits is taken.</param>
    public async Task<WebhookEvent> FailAsync(Exception exception, bool post = true)
    {
        await using var held = post
            ? await HeldEvent.TakeAsync(Pipeline, Bodies.Created("A", "ada@quill.example", 0, 48))
            : await HeldEvent.TakeAsync(Pipeline);
        await Handler.HandleAsync(held.Lease, exception);
        return await held.StoredAsync();
    }

    /// <summary>Moves the clock: nothing is due right before the first time, and something is at the second.</summary>
    public async Task AssertDueAfterAsync(TimeSpan least, TimeSpan most)
    {
        Pipeline.Time.Advance(least - TimeSpan.FromMilliseconds(1));
        Assert.Null(await Pipeline.Store.ClaimOneAsync(Pipeline.Options.Lease, CancellationToken.None));
        Pipeline.Time.Advance(most - least + TimeSpan.FromMilliseconds(1));
        Assert.NotNull(await Pipeline.Store.ClaimOneAsync(Pipeline.Options.Lease, CancellationToken.None));
    }
}
