using SalesIntel.Hosting.Commands.Store;
using SalesIntel.Hosting.Copying;
using SalesIntel.Hosting.Tests.Storage.Sqlite;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage.Copying;

/// <summary>What is in the way of a copy, and how it goes on.</summary>
public sealed class StoreCopyTroubleTests
{
    private const int Events = 1_500;

    [Theory]
    [InlineData(1)]
    [InlineData(700)]
    [InlineData(2_900)]
    public async Task Copy_that_was_cut_off_is_gone_on_with_and_ends_the_same(int records)
    {
        await using var site = await CopySite.StartAsync();
        await using (var file = site.Sqlite())
        {
            await CopySamples.FillAsync(file);
            await Task.WhenAll(Enumerable.Range(0, Events).Select(number =>
                file.AcceptAsync(CopySamples.Event($"many-{number}", $"lead{number % 50}@company.example"), default)));
        }

        using (var cut = new CancellationTokenSource())
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => site.Copy().ToRedisAsync(
                site.Url, overwrite: false, new Told(written => Cancel(written >= records, cut)), cut.Token));
        }

        var report = await site.Copy().ToRedisAsync(site.Url, overwrite: false, null, default);
        Assert.True(report.IsContinued);
        Assert.Empty(report.Problems);
        Assert.Equal(report.Copied.OrderBy(one => one.Key), report.Found.OrderBy(one => one.Key));
        Assert.Equal(Events, report.Copied[RecordKind.Event] - 10);

        await using var redis = site.Redis();
        await using var source = site.Sqlite();
        Assert.Equal(await StoreContents.OfAsync(source), await StoreContents.OfAsync(redis));
    }

    [Fact]
    public async Task Copy_back_that_was_cut_off_is_gone_on_with_too()
    {
        await using var site = await CopySite.StartAsync();
        await using (var redis = site.Redis())
        {
            await CopySamples.FillAsync(redis);
            await Task.WhenAll(Enumerable.Range(0, Events).Select(number =>
                redis.AcceptAsync(CopySamples.Event($"many-{number}", $"lead{number % 50}@company.example"), default)));
        }

        using (var cut = new CancellationTokenSource())
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => site.Copy().FromRedisAsync(
                site.Url, overwrite: false, new Told(written => Cancel(written >= 2_000, cut)), cut.Token));
        }

        var report = await site.Copy().FromRedisAsync(site.Url, overwrite: false, null, default);
        Assert.True(report.IsContinued);
        Assert.Empty(report.Problems);
        Assert.Equal(report.Copied.OrderBy(one => one.Key), report.Found.OrderBy(one => one.Key));
        await using var file = site.Sqlite();
        await using var source = site.Redis();
        Assert.Equal(await StoreContents.OfAsync(source), await StoreContents.OfAsync(file));
    }

    [Fact]
    public async Task Target_that_holds_something_else_is_refused_and_written_over_when_that_is_meant()
    {
        await using var site = await CopySite.StartAsync();
        await using (var file = site.Sqlite())
        {
            await CopySamples.FillAsync(file);
        }

        string other;
        await using (var redis = site.Redis())
        {
            other = (await redis.AcceptAsync(CopySamples.Event("other"), default)).EventId;
        }

        await AssertRefusedAsync(site, "holds events or leads that are not from this copy");
        var report = await site.Copy().ToRedisAsync(site.Url, overwrite: true, null, default);
        Assert.Empty(report.Problems);
        Assert.Equal(report.Copied[RecordKind.Event] + 1, report.Found[RecordKind.Event]);
        await using (var redis = site.Redis())
        {
            Assert.NotNull(await redis.GetAsync(other, default));
        }

        await AssertRefusedAsync(site, "from an earlier copy, and may have been used since");
        SqliteSamples.Run(site.Folder.File, "VACUUM INTO '" + Path.Combine(site.Folder.Root, "elsewhere.db") + "'");
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => site.Copy(Path.Combine(site.Folder.Root, "elsewhere.db")).ToRedisAsync(site.Url, overwrite: false, null, default));
        Assert.Contains(site.Folder.File, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_that_a_process_uses_is_refused_and_used_by_nobody_meanwhile()
    {
        await using var site = await CopySite.StartAsync();
        await using (var file = site.Sqlite())
        {
            await CopySamples.FillAsync(file);
            await AssertRefusedAsync(site, "A process uses the database");
        }

        await using (var redis = site.Redis())
        {
            await redis.GetStatusAsync(default);
            await AssertRefusedAsync(site, "A process uses the Redis 127.0.0.1");
        }

        var told = new Told(_ =>
        {
            using var other = new CancellationTokenSource();
            var late = site.Sqlite();
            var refused = Assert.Throws<AggregateException>(() => late.OpenAsync(default).Wait());
            Assert.Contains("is being restored or copied", refused.InnerException!.Message, StringComparison.Ordinal);
        });
        Assert.Empty((await site.Copy().ToRedisAsync(site.Url, overwrite: false, told, default)).Problems);
    }

    [Fact]
    public async Task What_can_not_be_read_is_left_out_and_told_of()
    {
        await using var site = await CopySite.StartAsync();
        IReadOnlyList<string> waiting;
        await using (var redis = site.Redis())
        {
            waiting = await CopySamples.FillAsync(redis);
        }

        using (var admin = await site.ConnectAsync())
        {
            var database = admin.GetDatabase();
            await database.HashDeleteAsync($"event:{waiting[1]}", "payload");
            await database.StringSetAsync("lead:0123", "another program's");
            await database.StringSetAsync("unrelated", "another program's");
            await database.ListRightPushAsync("also:unrelated", "another program's");
        }

        var report = await site.Copy().FromRedisAsync(site.Url, overwrite: false, null, default);
        Assert.Equal(2, report.Problems.Count);
        Assert.Contains(report.Problems, problem => problem.Contains($"Event {waiting[1]}: the stored event has no readable payload", StringComparison.Ordinal));
        Assert.Contains(report.Problems, problem => problem.Contains("lead", StringComparison.Ordinal) || problem.Contains("0123", StringComparison.Ordinal));
        await using var file = site.Sqlite();
        Assert.Null(await file.GetAsync(waiting[1], default));
        Assert.NotNull(await file.GetAsync(waiting[2], default));

        // All that could be read has arrived, so a service may have begun its work there.
        Assert.StartsWith("done ", await ((ISharedState)file).GetAsync("copy:mark", default), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_or_file_that_is_wrong_is_told()
    {
        await using var site = await CopySite.StartAsync();
        await AssertRefusedAsync(site, $"There is no database {site.Folder.File}");
        await using (var file = site.Sqlite())
        {
            await file.OpenAsync(default);
        }

        await Assert.ThrowsAsync<FormatException>(() => site.Copy().ToRedisAsync("http://x", overwrite: false, null, default));
        var away = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => site.Copy().ToRedisAsync("redis://:secret@127.0.0.1:1/0", overwrite: false, null, default));
        Assert.Contains("127.0.0.1:1", away.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", away.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Way_back_over_the_file_that_one_came_from_leaves_its_queue_whole_and_tells_of_it()
    {
        await using var site = await CopySite.StartAsync();
        var (done, forgotten) = (CopySamples.Event("done"), CopySamples.Event("forgotten"));
        await using (var file = site.Sqlite())
        {
            await file.AcceptAsync(done, default);
            await file.AcceptAsync(forgotten, default);
        }

        await site.Copy().ToRedisAsync(site.Url, overwrite: false, null, default);
        await using (var redis = site.Redis())
        {
            var held = await redis.ClaimOneAsync(TimeSpan.FromMinutes(1), default);
            Assert.Equal(done.EventId, held!.Event.EventId);
            Assert.True(await redis.CommitAsync(held, SqliteSamples.Finish(), default));
        }

        using (var admin = await site.ConnectAsync())
        {
            // As if it had ended and its time were over.
            await admin.GetDatabase().KeyDeleteAsync([$"event:{forgotten.EventId}", $"lane:{forgotten.Lane}", "queue:due"]);
        }

        var report = await site.Copy().FromRedisAsync(site.Url, overwrite: true, null, default);
        Assert.Contains("NOTE: 1 lane of the queue was in the target before", CopyText.Write(report, isToRedis: false), StringComparison.Ordinal);
        Assert.Empty((await site.Folder.Maintain().CheckAsync(default)).Problems);
        await using var back = site.Sqlite();
        Assert.Equal(EventStatus.Processed, (await back.GetAsync(done.EventId, default))!.Status);
        Assert.Equal(forgotten.EventId, (await back.ClaimOneAsync(TimeSpan.FromMinutes(1), default))!.Event.EventId);
    }

    private static void Cancel(bool isTime, CancellationTokenSource cut)
    {
        if (isTime)
        {
            cut.Cancel();
        }
    }

    private static async Task AssertRefusedAsync(CopySite site, string told)
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => site.Copy().ToRedisAsync(site.Url, overwrite: false, null, default));
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
    }

    private sealed class Told(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }
}
