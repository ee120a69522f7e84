using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Engine;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Engine;

public sealed class IntakeTests
{
    [Fact]
    public async Task Message_whose_reader_throws_is_kept_as_unreadable_and_told_without_its_content()
    {
        var source = new BrokenSource();
        var pipeline = new Pipeline(sources: source);

        var outcome = await pipeline.PostAsync(source, "{}");
        var again = await pipeline.PostAsync(source, "{}");

        Assert.Equal((IntakeKind.Unreadable, IntakeKind.Duplicate), (outcome.Kind, again.Kind));
        var stored = (await pipeline.Store.GetAsync(outcome.EventId, CancellationToken.None))!;
        Assert.Equal((EventStatus.Failed, "event/unreadable"), (stored.Status, stored.ErrorClass));
        Assert.Contains($"{nameof(BrokenSource)} threw {nameof(InvalidOperationException)}", stored.LastError, StringComparison.Ordinal);
        Assert.DoesNotContain(BrokenSource.Secret, stored.LastError, StringComparison.Ordinal);
        Assert.Equal("unreadable:broken", Assert.Single(pipeline.Alerts.Raised).Fingerprint);
    }

    [Fact]
    public async Task Message_that_is_to_be_processed_and_names_no_lead_is_unreadable()
    {
        var source = new BrokenSource { IsMended = true, Route = null };
        var pipeline = new Pipeline(sources: source);

        var outcome = await pipeline.PostAsync(source, "{}");

        Assert.Equal(IntakeKind.Unreadable, outcome.Kind);
        Assert.Contains("WebhookReading.Route", outcome.Reason, StringComparison.Ordinal);
    }
}
