using SalesIntel.Hosting.Sqlite;
using static SalesIntel.Hosting.Tests.Storage.Sqlite.SqliteSamples;

namespace SalesIntel.Hosting.Tests.Storage.Sqlite;

/// <summary>The write-ahead log is copied into the database beside the writer.</summary>
public sealed class SqliteCheckpointTests : IAsyncDisposable
{
    private const int PageBytes = 4_096;
    private const int EventBytes = 200_000;

    private readonly SqliteFolder folder = new();

    [Fact]
    public async Task Log_begins_anew_long_before_the_writer_would_have_to_copy_it()
    {
        var store = folder.Open();
        var events = 5 * SqliteCheckpointer.Pages * PageBytes / EventBytes;
        for (var number = 0; number < events; number++)
        {
            await store.AcceptAsync(Event($"{number}", bytes: EventBytes), default);
            await store.Writer.CopyLog();
        }

        Assert.InRange(new FileInfo(folder.File + "-wal").Length, 1, 2 * SqliteCheckpointer.Pages * PageBytes);
        Assert.Equal((long)events, Run(folder.File, "SELECT count(*) FROM event"));
    }

    [Fact]
    public async Task Store_ends_while_its_log_is_copied_and_nothing_is_lost()
    {
        var store = folder.Open();
        var events = 2 * SqliteCheckpointer.Pages * PageBytes / EventBytes;
        await Task.WhenAll(Enumerable.Range(0, events).Select(number => store.AcceptAsync(Event($"{number}", bytes: EventBytes), default)));
        await folder.CloseAsync();
        Assert.Equal((long)events, Run(folder.File, "SELECT count(*) FROM event"));
        Assert.Empty((await folder.Maintain().CheckAsync(default)).Problems);
    }

    public ValueTask DisposeAsync() => folder.DisposeAsync();
}
