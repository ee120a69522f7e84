using SalesIntel.Hosting.Sqlite;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Storage.Contract;
using static SalesIntel.Hosting.Tests.Storage.Sqlite.SqliteSamples;

namespace SalesIntel.Hosting.Tests.Storage.Sqlite;

public sealed class SqliteWriterTests : IAsyncDisposable
{
    private readonly SqliteFolder folder = new();

    [Fact]
    public async Task All_that_waits_is_written_in_one_transaction_of_at_most_256()
    {
        // While another process writes, everything has to wait. The clock stands still, so that no batch ends by time.
        var store = folder.Open(configure: options => options.Machine = new Microsoft.Extensions.Time.Testing.FakeTimeProvider());
        await store.OpenAsync(default);
        var before = store.Writer.Transactions;
        using var other = Connect(folder.File);
        other.Run("BEGIN IMMEDIATE");
        var accepting = Enumerable.Range(0, 300).Select(number => store.AcceptAsync(Event($"{number}"), default)).ToList();
        Assert.DoesNotContain(accepting, one => one.IsCompleted);
        other.Run("COMMIT");

        Assert.All(await Task.WhenAll(accepting), receipt => Assert.False(receipt.IsDuplicate));
        Assert.Equal(2, store.Writer.Transactions - before);
    }

    [Fact]
    public async Task Urgent_one_does_not_wait_for_others()
    {
        var queue = new WriteQueue();
        queue.Add(new ScopedWrite<int>(_ => 1));
        var gathering = Task.Run(() => queue.WaitForMore(10, Timeout.InfiniteTimeSpan));
        queue.Add(new ScopedWrite<int>(_ => 2) { IsUrgent = true });
        await gathering.WaitAsync(Until.Patience);

        // The next ones do, until as many are there as are expected.
        Assert.True(queue.TryTake(out _) && queue.TryTake(out _));
        gathering = Task.Run(() => queue.WaitForMore(2, Timeout.InfiniteTimeSpan));
        queue.Add(new ScopedWrite<int>(_ => 3));
        await Task.WhenAny(gathering, Task.Delay(50));
        Assert.False(gathering.IsCompleted);
        queue.Add(new ScopedWrite<int>(_ => 4));
        await gathering.WaitAsync(Until.Patience);
    }

    [Fact]
    public async Task One_that_fails_undoes_its_own_writes_and_no_others()
    {
        var store = folder.Open();
        await store.OpenAsync(default);
        using var other = Connect(folder.File);
        other.Run("BEGIN IMMEDIATE");
        var first = store.AcceptAsync(Event("a"), default);
        var failing = store.Writer.WriteAsync<int>(
            scope =>
            {
                scope.Session.Execute("INSERT INTO meeting (session, email, expires_at) VALUES ('m', 'e', 1)");
                throw new InvalidOperationException("a mistake");
            },
            default);
        var refused = store.Writer.WriteAsync(
            scope => scope.Session.Execute("INSERT INTO payload (event, body) VALUES (5, x'00')"), default);
        var last = store.AcceptAsync(Event("b"), default);
        other.Run("COMMIT");

        await Task.WhenAll(first, last);
        Assert.Equal("a mistake", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => refused);
        Assert.Equal(2L, Run(folder.File, "SELECT count(*) FROM event"));
        Assert.Equal(0L, Run(folder.File, "SELECT count(*) FROM meeting"));
    }

    [Fact]
    public async Task What_is_given_up_while_it_waits_is_not_written()
    {
        var store = folder.Open();
        await store.OpenAsync(default);
        using var other = Connect(folder.File);
        other.Run("BEGIN IMMEDIATE");
        using var stop = new CancellationTokenSource();
        var accepting = store.AcceptAsync(Event("a"), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => accepting);
        other.Run("COMMIT");

        Assert.Null(await store.GetAsync(Event("a").EventId, default));
        Assert.False((await store.AcceptAsync(Event("a"), default)).IsDuplicate);
    }

    [Fact]
    public async Task Lane_that_was_taken_for_somebody_who_has_gone_is_given_back()
    {
        var store = folder.Open();
        await store.AcceptAsync(Event("a"), default);
        using var stop = new CancellationTokenSource();
        string? abandoned = null;
        var taken = store.Writer.WriteAsync(_ => StopAndAnswer(stop), stop.Token, answer => abandoned = answer);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => taken);
        Assert.Equal("taken", abandoned);

        // The same with the real thing: whoever gives up while the claim is under way leaves nothing behind.
        for (var round = 0; round < 50; round++)
        {
            using var impatient = new CancellationTokenSource();
            var claiming = store.ClaimOneAsync(Lease, impatient.Token);
            await impatient.CancelAsync();
            if (await claiming.ContinueWith(claim => claim.IsCompletedSuccessfully ? claim.Result : null) is { } held)
            {
                Assert.True(await store.CommitAsync(held, new EventCommit { Next = new NextStep.Release() }, default));
            }
        }

        EventLease? again = null;
        await Until.TrueAsync(async () => (again = await store.ClaimOneAsync(Lease, default)) is not null);
        Assert.Equal(Event("a").EventId, again!.Event.EventId);
    }

    [Fact]
    public async Task File_that_another_keeps_busy_is_unavailable_with_advice_and_works_again_when_it_is_free()
    {
        var store = folder.Open();
        await store.OpenAsync(default);
        using var other = Connect(folder.File);
        other.Run("BEGIN IMMEDIATE");
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.AcceptAsync(Event("a"), default));
        Assert.Contains("kept busy by another process", refused.Message, StringComparison.Ordinal);
        Assert.Contains(folder.File, refused.Message, StringComparison.Ordinal);

        // Who only reads does not wait; the status says that nothing can be accepted.
        Assert.Null(await store.GetAsync("a", default));
        var status = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.GetStatusAsync(default));
        Assert.Contains("kept busy by another process", status.Message, StringComparison.Ordinal);
        other.Run("COMMIT");
        Assert.Equal(0, (await store.GetStatusAsync(default)).LanesWaiting);
        Assert.False((await store.AcceptAsync(Event("a"), default)).IsDuplicate);
    }

    [Fact]
    public async Task Who_writes_lets_the_one_that_waits_go_first()
    {
        // The clock stands still: without the other's turn it would wait for ever.
        using var busy = new BusyWait(new Microsoft.Extensions.Time.Testing.FakeTimeProvider());
        Directory.CreateDirectory(folder.Data);
        var files = new SqliteFiles(folder.File);
        var isFree = false;
        var waiting = Task.Run(() => new WriterTurn(files, busy).Wait(() => Volatile.Read(ref isFree)));
        await Until.TrueAsync(() => !CanAnnounce(files));

        var letting = Task.Run(() => new WriterTurn(files, busy).LetOthers());
        await Task.WhenAny(letting, Task.Delay(50));
        Assert.False(letting.IsCompleted);
        Volatile.Write(ref isFree, true);
        Assert.True(await waiting.WaitAsync(Until.Patience));
        await letting.WaitAsync(Until.Patience);

        // With nobody waiting it goes on at once.
        new WriterTurn(files, busy).LetOthers();
    }

    [Fact]
    public async Task Store_that_is_closed_writes_what_waits_and_takes_no_more()
    {
        var store = folder.Open();
        await store.OpenAsync(default);
        using var other = Connect(folder.File);
        other.Run("BEGIN IMMEDIATE");
        var accepting = store.AcceptAsync(Event("a"), default);
        var closing = store.DisposeAsync();
        other.Run("COMMIT");

        Assert.False((await accepting).IsDuplicate);
        await closing;
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.AcceptAsync(Event("b"), default));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.GetAsync("a", default));
        Assert.Equal(1L, Run(folder.File, "SELECT count(*) FROM event"));
    }

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    private static string StopAndAnswer(CancellationTokenSource stop)
    {
        stop.Cancel();
        return "taken";
    }

    private static bool CanAnnounce(SqliteFiles files)
    {
        try
        {
            SqliteFiles.Open(files.Turn, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read).Dispose();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
