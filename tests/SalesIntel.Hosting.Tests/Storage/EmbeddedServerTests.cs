using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Redis;
using SalesIntel.SampleHost;
using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Tests.Storage;

public sealed class EmbeddedServerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("salesintel-embedded-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Restart_finds_everything_with_and_without_a_checkpoint()
    {
        await RunAsync(async (store, _) => await AcceptAsync(store, 0, 20));
        await RunAsync(async (store, server) =>
        {
            await AcceptAsync(store, 20, 20);
            await CheckpointAsync(server);
            await AcceptAsync(store, 40, 20);
            Assert.NotNull(await store.ClaimOneAsync(TimeSpan.FromSeconds(30), default));
        });
        await RunAsync(async (store, _) =>
        {
            for (var index = 0; index < 60; index++)
            {
                var found = await store.GetAsync(Event(index, 100).EventId, default);
                Assert.Equal(Event(index, 100).Payload.ToArray(), found!.Payload.ToArray());
            }

            var health = await store.GetStatusAsync(default);
            Assert.Equal(("embedded", 60), (health.Kind, health.LanesWaiting));
            Assert.Empty(await store.CheckAsync(default));
        });
    }

    [Fact]
    public async Task More_than_fits_into_memory_is_kept_and_the_log_is_cut_by_a_checkpoint()
    {
        // 150 MB with 64 MB of memory.
        const int Count = 300;
        const int Size = 500_000;
        await RunAsync(async (store, server) =>
        {
            await AcceptAsync(store, 0, Count, Size);
            await AssertKeptAsync(store);
            await CheckpointAsync(server);
        });
        await RunAsync(async (store, _) => await AssertKeptAsync(store));

        static async Task AssertKeptAsync(RedisStore store)
        {
            for (var index = 0; index < Count; index++)
            {
                Assert.Equal(Size, (await store.GetAsync(Event(index, Size).EventId, default))!.Payload.Length);
            }

            Assert.Equal(Count, (await store.GetStatusAsync(default)).LanesWaiting);
        }
    }

    [Fact]
    public async Task Each_start_moves_everything_with_its_time_to_live_into_new_files()
    {
        TimeSpan? life = null;
        await RunAsync(async (store, server) =>
        {
            await AcceptAsync(store, 0, 450);
            life = await LifeAsync(server);
        });
        await RunAsync((_, _) => Task.CompletedTask);
        await RunAsync(async (store, server) =>
        {
            Assert.Equal(450, (await store.GetStatusAsync(default)).LanesWaiting);
            Assert.InRange((await LifeAsync(server))!.Value, life!.Value - TimeSpan.FromMinutes(5), life.Value);
        });
        Assert.Equal(["store-3"], Directory.GetDirectories(folder).Select(Path.GetFileName));

        static async Task<TimeSpan?> LifeAsync(EmbeddedStore server)
        {
            var url = new Uri(server.Url);
            await using var connection = await ConnectionMultiplexer.ConnectAsync(
                new ConfigurationOptions { EndPoints = { { url.Host, url.Port } }, Password = url.UserInfo.TrimStart(':') });
            return await connection.GetDatabase().KeyTimeToLiveAsync($"event_by_idem:{Event(0, 100).IdempotencyKey}");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Start_that_was_cut_off_in_the_middle_of_the_copy_is_made_again(bool pointerIsLost)
    {
        await RunAsync(async (store, _) => await AcceptAsync(store, 0, 5));
        Directory.CreateDirectory(Path.Combine(folder, "store-2", "checkpoints"));
        await File.WriteAllTextAsync(Path.Combine(folder, "store-2", "checkpoints", "half"), "of a copy");
        if (pointerIsLost)
        {
            File.Delete(Path.Combine(folder, "generation"));
        }

        await RunAsync(async (store, server) =>
        {
            Assert.Null(server.Loss);
            Assert.Equal(5, (await store.GetStatusAsync(default)).LanesWaiting);
        });
    }

    [Fact]
    public async Task Folder_in_use_is_told()
    {
        await RunAsync(async (_, _) =>
        {
            var exception = await Assert.ThrowsAsync<InvalidOperationException>(StartAsync);
            Assert.Contains("in use", exception.Message, StringComparison.Ordinal);
            Assert.Contains("DATA_DIR", exception.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Lost_data_is_told_with_each_start_until_it_is_settled_and_the_store_goes_on()
    {
        await RunAsync(async (store, server) =>
        {
            Assert.Null(server.Loss);
            await AcceptAsync(store, 0, 1);
        });
        Directory.Delete(Path.Combine(folder, "store-1", "checkpoints"), recursive: true);
        await RunAsync(async (store, server) =>
        {
            Assert.Contains("was not recovered: the store is at 0, the file sentinel at 2", server.Loss, StringComparison.Ordinal);
            Assert.Contains("events may be lost", server.Loss, StringComparison.Ordinal);
            await AcceptAsync(store, 1, 1);
        });
        await RunAsync(async (store, server) =>
        {
            Assert.Contains("the store is at 0, the file sentinel at 2", server.Loss, StringComparison.Ordinal);
            Assert.NotNull(await store.GetAsync(Event(1, 100).EventId, default));
            await server.SettleAsync(default);
            await AcceptAsync(store, 2, 1);
        });
        await RunAsync(async (store, server) =>
        {
            Assert.Null(server.Loss);
            Assert.NotNull(await store.GetAsync(Event(1, 100).EventId, default));
            Assert.NotNull(await store.GetAsync(Event(2, 100).EventId, default));
        });
    }

    [Fact]
    public async Task Append_only_file_that_lost_its_end_is_told()
    {
        await RunAsync(async (store, server) =>
        {
            await AcceptAsync(store, 0, 20);
            await CheckpointAsync(server);
        });

        // What came after the checkpoint is gone, as if the disk had lied about it.
        foreach (var log in Directory.GetFiles(folder, "aof*", SearchOption.AllDirectories))
        {
            File.Delete(log);
        }

        await RunAsync(async (store, server) =>
        {
            Assert.Contains("was not recovered: the store is at 1, the file sentinel at 2", server.Loss, StringComparison.Ordinal);
            Assert.NotNull(await store.GetAsync(Event(0, 100).EventId, default));
        });
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(16)]
    [InlineData(20)]
    [InlineData(24)]
    [InlineData(28)]
    [InlineData(32)]
    [InlineData(36)]
    [InlineData(40)]
    public async Task Kill_that_tore_the_last_commit_record_loses_nothing(int bytesLeft)
    {
        await RunAsync(async (store, _) => await AcceptAsync(store, 0, 20));
        AppendOnlyFile.Tear(Directory.GetFiles(folder, "aof.log.0", SearchOption.AllDirectories).Single(), bytesLeft);
        await RunAsync(async (store, server) =>
        {
            Assert.Null(server.Loss);
            Assert.Equal(20, (await store.GetStatusAsync(default)).LanesWaiting);
        });
    }

    [Fact]
    public async Task Killed_process_leaves_no_alarm()
    {
        // A copy of the folder while it is in use is what a kill leaves behind.
        var copy = Directory.CreateTempSubdirectory("salesintel-embedded-").FullName;
        try
        {
            await RunAsync(async (store, _) =>
            {
                await AcceptAsync(store, 0, 5);
                foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(name => !name.EndsWith("lock", StringComparison.Ordinal)))
                {
                    var target = Path.Combine(copy, Path.GetRelativePath(folder, file));
                    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                    await using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                    await using var to = File.Create(target);
                    await from.CopyToAsync(to);
                }
            });
            await using var server = await EmbeddedStore.StartAsync(copy, NullLoggerFactory.Instance, default);
            await using var store = Create(server.Url);
            Assert.Null(server.Loss);
            Assert.Equal(5, (await store.GetStatusAsync(default)).LanesWaiting);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    [Fact]
    public async Task Password_is_needed()
    {
        await using var server = await StartAsync();
        await using var stranger = Create(server.Url[..8] + server.Url[(server.Url.IndexOf('@', StringComparison.Ordinal) + 1)..]);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => stranger.GetStatusAsync(default));
    }

    // What the store does by itself when its append-only file has grown.
    private static async Task CheckpointAsync(EmbeddedStore server)
    {
        var url = new Uri(server.Url);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(
            new ConfigurationOptions { EndPoints = { { url.Host, url.Port } }, Password = url.UserInfo.TrimStart(':'), AllowAdmin = true });
        await connection.GetDatabase().ExecuteAsync("SAVE");
    }

    private Task<EmbeddedStore> StartAsync() => EmbeddedStore.StartAsync(folder, NullLoggerFactory.Instance, default);

    private async Task RunAsync(Func<RedisStore, EmbeddedStore, Task> act)
    {
        await using var server = await StartAsync();
        await using var store = Create(server.Url);
        await act(store, server);
    }

    private static RedisStore Create(string url) =>
        new(Options.Create(new RedisStoreOptions { Url = url, IsEmbedded = true }), TimeProvider.System, NullLogger<RedisStore>.Instance);

    private static async Task AcceptAsync(RedisStore store, int from, int count, int size = 100)
    {
        for (var index = from; index < from + count; index++)
        {
            Assert.False((await store.AcceptAsync(Event(index, size), default)).IsDuplicate);
        }
    }

    private static NewEvent Event(int index, int size) => new()
    {
        Source = "readai",
        EventType = "meeting_end",
        ExternalId = $"{index}",
        IdempotencyKey = $"readai:meeting_completed:{index}",
        Revision = "1",
        Payload = Encoding.UTF8.GetBytes($"{index}".PadRight(size, 'x')),
        Lane = Lane.Meeting($"{index}"),
    };
}
