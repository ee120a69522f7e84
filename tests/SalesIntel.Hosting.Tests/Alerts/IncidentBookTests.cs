using SalesIntel.Alerts;
using SalesIntel.Hosting.Alerts.Book;
using SalesIntel.Hosting.Alerts;

namespace SalesIntel.Hosting.Tests.Alerts;

public sealed class IncidentBookTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly IncidentBook book = new();

    [Fact]
    public void A_trouble_that_is_not_repeated_for_a_window_is_closed()
    {
        book.Record(Trouble("a"), Start, Window);
        Tell(Start, NoticeKind.First);
        Assert.Null(book.TakePending(Start + Window, Window));
        Assert.Empty(book.Incidents);
        book.Record(Trouble("a"), Start + Window, Window);
        Tell(Start + Window, NoticeKind.First);
    }

    [Fact]
    public void Repetitions_are_told_once_per_window_until_it_is_quiet()
    {
        book.Record(Trouble("a"), Start, Window);
        Tell(Start, NoticeKind.First);
        book.Record(Trouble("a"), Start, Window);
        book.Record(Trouble("a"), Start, Window);
        Assert.Null(book.TakePending(Start + Window - TimeSpan.FromTicks(1), Window));
        var first = Tell(Start + Window, NoticeKind.Digest);
        Assert.Equal((2, 3, Start), (first.Repeated, first.Total, first.Since));
        Assert.Null(book.TakePending(Start + Window, Window));
        book.Record(Trouble("a"), Start + Window, Window);
        var second = Tell(Start + (2 * Window), NoticeKind.Digest);
        Assert.Equal((1, 4), (second.Repeated, second.Total));
        Assert.Null(book.TakePending(Start + (3 * Window), Window));
        Assert.Empty(book.Incidents);
    }

    [Fact]
    public void What_was_not_told_stays_owed_and_is_given_out_again_after_the_attempt()
    {
        book.Record(Trouble("a") with { EventId = "e1" }, Start, Window);
        Assert.NotNull(book.TakePending(Start, Window));
        book.Record(Trouble("a") with { EventId = "e2" }, Start, Window);
        Assert.Null(book.TakePending(Start + IncidentBook.Attempt - TimeSpan.FromTicks(1), Window));

        // However long Slack is away, the first is told as it was, and what came after it in a window from then on.
        var late = Start + (5 * Window);
        var first = Tell(late, NoticeKind.First);
        Assert.Equal((0, 1), (first.Repeated, first.Total));
        Assert.Equal(["e1"], first.EventIds);
        Assert.Null(book.TakePending(late + Window - TimeSpan.FromTicks(1), Window));

        // So does a count, to which is added what comes meanwhile.
        Assert.Equal(NoticeKind.Digest, book.TakePending(late + Window, Window)!.Kind);
        book.Record(Trouble("a") with { EventId = "e3" }, late + Window, Window);
        var digest = Tell(late + Window + IncidentBook.Attempt, NoticeKind.Digest);
        Assert.Equal((2, 3), (digest.Repeated, digest.Total));
        Assert.Equal(["e2", "e3"], digest.EventIds);
    }

    [Fact]
    public void A_repetition_during_an_attempt_is_told_with_the_next()
    {
        book.Record(Trouble("a"), Start, Window);
        Tell(Start, NoticeKind.First);
        book.Record(Trouble("a"), Start, Window);
        var taken = book.TakePending(Start + Window, Window)!;
        book.Record(Trouble("a") with { EventId = "e9" }, Start + Window, Window);
        book.MarkSent(taken, Start + Window, Window);
        var next = Tell(Start + (2 * Window), NoticeKind.Digest);
        Assert.Equal((1, 3), (next.Repeated, next.Total));
        Assert.Equal(["e9"], next.EventIds);
    }

    [Fact]
    public void The_end_is_told_once_after_the_beginning()
    {
        book.Record(Trouble("a"), Start, Window);
        book.Record(Over("a"), Start, Window);
        book.Record(Over("a"), Start, Window);
        Tell(Start, NoticeKind.First);
        Assert.Equal("Over", Tell(Start, NoticeKind.AllClear).Latest.Title);
        Assert.Empty(book.Incidents);
        book.Record(Over("a"), Start, Window);
        Assert.Null(book.TakePending(Start, Window));
    }

    [Fact]
    public void An_all_clear_that_was_not_sent_stays_pending()
    {
        book.Record(Trouble("a"), Start, Window);
        Tell(Start, NoticeKind.First);
        book.Record(Over("a"), Start, Window);
        Assert.Equal(NoticeKind.AllClear, book.TakePending(Start, Window)!.Kind);
        Tell(Start + (3 * Window), NoticeKind.AllClear);
        Assert.Empty(book.Incidents);
    }

    [Fact]
    public void What_begins_again_before_its_end_was_told_never_ended()
    {
        book.Record(Trouble("a"), Start, Window);
        Tell(Start, NoticeKind.First);
        book.Record(Over("a"), Start, Window);
        book.Record(Trouble("a"), Start, Window);
        Assert.Null(book.TakePending(Start, Window));
        Assert.Equal(1, Tell(Start + Window, NoticeKind.Digest).Repeated);
    }

    [Fact]
    public void What_begins_again_while_its_end_is_told_is_told_anew()
    {
        book.Record(Trouble("a"), Start, Window);
        Tell(Start, NoticeKind.First);
        book.Record(Over("a"), Start, Window);
        var over = book.TakePending(Start, Window)!;
        book.Record(Trouble("a") with { EventId = "e2" }, Start, Window);
        book.MarkSent(over, Start, Window);
        Assert.Equal(["e2"], Tell(Start, NoticeKind.First).EventIds);
        Assert.Null(book.TakePending(Start + Window, Window));
        Assert.Empty(book.Incidents);
    }

    [Fact]
    public void Who_needed_longer_than_the_attempt_changes_nothing()
    {
        book.Record(Trouble("a"), Start, Window);
        Tell(Start, NoticeKind.First);
        book.Record(Trouble("a"), Start, Window);
        var slow = book.TakePending(Start + Window, Window)!;
        Assert.Equal(1, Tell(Start + Window + IncidentBook.Attempt, NoticeKind.Digest).Repeated);
        book.MarkSent(slow, Start + Window + IncidentBook.Attempt, Window);
        Assert.Null(book.TakePending(Start + (3 * Window), Window));
        Assert.Empty(book.Incidents);
    }

    [Fact]
    public void What_a_clock_that_was_ahead_has_taken_does_not_wait_for_it()
    {
        book.Record(Trouble("a"), Start + TimeSpan.FromHours(1), Window);
        Tell(Start, NoticeKind.First);
        book.Record(Trouble("b"), Start, Window);
        Assert.NotNull(book.TakePending(Start + TimeSpan.FromHours(1), Window));
        Tell(Start, NoticeKind.First);
    }

    [Fact]
    public void The_book_is_bounded_and_evicts_pending_incidents_last()
    {
        for (var i = 0; i < IncidentBook.MostIncidents; i++)
        {
            book.Record(Trouble($"t{i}"), Start + TimeSpan.FromSeconds(i), Window);
        }

        var told = book.TakePending(Start + Window, Window)!;
        book.MarkSent(told, Start + Window, Window);
        Assert.Null(book.Record(Trouble("one more"), Start + Window, Window));
        Assert.False(book.Incidents.ContainsKey(told.Group.Latest.Fingerprint));
        Assert.Equal("t1", book.Record(Trouble("two more"), Start + Window, Window));
        Assert.Equal(IncidentBook.MostIncidents, book.Incidents.Count);
        Assert.True(book.Incidents.ContainsKey("two more"));
    }

    private static Alert Trouble(string fingerprint) => new() { Fingerprint = fingerprint, Title = "Trouble" };

    private static Alert Over(string fingerprint) => new() { Fingerprint = fingerprint, Title = "Over", IsAllClear = true };

    private AlertGroup Tell(DateTimeOffset at, NoticeKind expected)
    {
        var taken = book.TakePending(at, Window);
        Assert.Equal(expected, taken?.Kind);
        book.MarkSent(taken!, at, Window);
        return taken!.Group;
    }
}
