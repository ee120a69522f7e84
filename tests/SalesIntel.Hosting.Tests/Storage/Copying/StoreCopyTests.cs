using SalesIntel.Hosting.Copying;
using SalesIntel.Hosting.Tests.Storage.Sqlite;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage.Copying;

/// <summary>Everything goes from one store to the other and is the same there.</summary>
public sealed class StoreCopyTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{s*i}:")]
    public async Task Everything_arrives_on_either_way_and_the_work_is_done_in_its_order(string prefix)
    {
        await using var site = await CopySite.StartAsync(prefix);
        IReadOnlyList<string> before, waiting;
        await using (var file = site.Sqlite())
        {
            waiting = await CopySamples.FillAsync(file);
            before = await StoreContents.OfAsync(file);
        }

        var there = await site.Copy().ToRedisAsync(site.Url, overwrite: false, null, default);
        Assert.Empty(there.Problems);
        Assert.Equal(Enum.GetValues<RecordKind>(), there.Copied.Keys.Order());
        Assert.DoesNotContain(0, there.Copied.Values);
        Assert.Equal(there.Copied.OrderBy(one => one.Key), there.Found.OrderBy(one => one.Key));
        Assert.Equal(there.Copied.Values.Sum(), there.Compared);
        await using (var redis = site.Redis())
        {
            Assert.Equal(before, await StoreContents.OfAsync(redis));
        }

        var other = Path.Combine(site.Folder.Root, "back.db");
        var back = await site.Copy(other).FromRedisAsync(site.Url, overwrite: false, null, default);
        Assert.Empty(back.Problems);
        Assert.Equal(there.Copied.OrderBy(one => one.Key), back.Copied.OrderBy(one => one.Key));
        await using (var file = site.Sqlite(other))
        {
            Assert.Equal(before, await StoreContents.OfAsync(file));
            Assert.Equal(waiting, await WorkAsync(file, waiting.Count));
            Assert.Equal(0L, SqliteSamples.Run(other, "SELECT count(*) FROM lane"));
        }

        await using (var redis = site.Redis())
        {
            Assert.Equal(waiting, await WorkAsync(redis, waiting.Count));
        }

        Assert.Empty((await new SalesIntel.Hosting.Sqlite.SqliteMaintenance(
            site.Folder.Options(options => options.Path = other), TimeProvider.System).CheckAsync(default)).Problems);
    }

    [Fact]
    public async Task Times_to_live_go_on_and_do_not_begin_anew()
    {
        await using var site = await CopySite.StartAsync();
        await using (var file = site.Sqlite())
        {
            await CopySamples.FillAsync(file);
        }

        // As if all of it were ten days old, without what lives for minutes.
        foreach (var table in new[] { "event", "idempotency", "lead", "meeting", "booked_lead", "awaiting_event" })
        {
            SqliteSamples.Run(site.Folder.File, $"UPDATE {table} SET expires_at = expires_at - {TimeSpan.FromDays(10).Ticks / 10}");
        }

        await site.Copy().ToRedisAsync(site.Url, overwrite: false, null, default);
        using var admin = await site.ConnectAsync();
        var database = admin.GetDatabase();
        foreach (var key in admin.GetServers()[0].Keys(pattern: "*").Select(key => key.ToString()))
        {
            var life = await database.KeyTimeToLiveAsync(key);
            var days = key.Split(':')[0] switch
            {
                "event" => 20,
                "event_by_idem" or "idem" or "lead" or "meeting" => 80,
                "index" when key != "index:events" => 80,
                "index" => 30,
                "queue" when key.StartsWith("queue:dead", StringComparison.Ordinal) => 30,
                "lane" or "queue" => (int?)null,
                "circuit" or "alerts" => 7,
                "copy" => 30,
                "zoho" => 0,
                _ => throw new InvalidOperationException(key),
            };
            if (key.StartsWith("event:", StringComparison.Ordinal) && (string?)await database.HashGetAsync(key, "status") is "queued" or "processing")
            {
                days = null;
            }

            Assert.True(
                days is null ? life is null : life is { } left && left.TotalDays > days - 0.1 && left.TotalDays < days + 0.1,
                $"{key}: {life} instead of {days} days");
        }

        // A lane is due when it was.
        foreach (var lane in await database.SortedSetRangeByRankWithScoresAsync("queue:due"))
        {
            var due = (long)SqliteSamples.Run(site.Folder.File, $"SELECT due_at / 1000 FROM lane WHERE name = '{lane.Element}'")!;
            Assert.InRange(lane.Score, due - 1_000, due + 1_000);
        }

        // And back: what is left is the same to the minute.
        var other = Path.Combine(site.Folder.Root, "back.db");
        await site.Copy(other).FromRedisAsync(site.Url, overwrite: false, null, default);
        foreach (var table in new[] { "event", "idempotency", "lead", "meeting", "booked_lead", "awaiting_event", "shared_value", "circuit" })
        {
            var sum = $"SELECT sum(expires_at / 60000000) FROM {table} {(table == "shared_value" ? "WHERE key <> 'copy:mark'" : "")}";
            var (was, now) = ((long)SqliteSamples.Run(site.Folder.File, sum)!, (long)SqliteSamples.Run(other, sum)!);
            Assert.True(Math.Abs(now - was) <= 20, $"{table}: {now - was} minutes");
        }
    }

    private static async Task<IReadOnlyList<string>> WorkAsync(IWorkQueue queue, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        List<string> done = [];
        while (done.Count < count)
        {
            if (await queue.ClaimOneAsync(SqliteSamples.Lease, patience.Token) is { } held)
            {
                done.Add(held.Event.EventId);
                Assert.True(await queue.CommitAsync(held, SqliteSamples.Finish(), patience.Token));
            }
            else
            {
                await queue.WaitForWorkAsync(TimeSpan.FromSeconds(1), patience.Token);
            }
        }

        Assert.Null(await queue.ClaimOneAsync(SqliteSamples.Lease, patience.Token));
        return done;
    }
}
