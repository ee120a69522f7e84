using Microsoft.Data.Sqlite;
using SalesIntel.EndToEnd.Tests.Support;
using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Storage.Contract;

namespace SalesIntel.EndToEnd.Tests.Sqlite;

/// <summary>Check, backup and restore as an operator types them, beside a real service.</summary>
public sealed class StoreCommandTests
{
    [Fact]
    public async Task File_is_checked_and_saved_beside_the_service_and_restored_after_it()
    {
        await using var site = await FileSite.CreateAsync();
        var host = await site.StartAsync();
        var first = await FileSite.SendAsync(host, "invitee_created_full");
        await site.FinishedAsync(first);
        var commands = new CommandLine(site.Variables());

        var check = await commands.StoreAsync("check");
        Assert.True(check.Code == ExitCode.Done, check.Output + check.Error);
        Assert.Contains("events: 1 processed", check.Output, StringComparison.Ordinal);
        Assert.Contains("The database is sound.", check.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("achterberg", check.Output, StringComparison.OrdinalIgnoreCase);
        var json = await commands.StoreAsync("check", "--json");
        Assert.Equal((ExitCode.Done, 1, 0), (json.Code, json.Json.GetProperty("leads").GetInt32(), json.Json.GetProperty("problems").GetArrayLength()));

        var backup = Path.Combine(site.Root, "backup.db");
        var saved = await commands.StoreAsync("backup", backup);
        Assert.True(saved.Code == ExitCode.Done, saved.Error);
        Assert.Contains("events: 1", saved.Output, StringComparison.Ordinal);
        await AssertRefusedAsync(commands, "exists already", "backup", backup);
        var again = backup + "2";
        var document = (await commands.StoreAsync("backup", again, "--json")).Json;
        Assert.Equal((again, 1), (document.GetProperty("path").GetString(), document.GetProperty("event_count").GetInt32()));
        Assert.Equal(new FileInfo(again).Length, document.GetProperty("bytes").GetInt64());

        var second = await FileSite.SendAsync(host, "invitee_created_minimal");
        await AssertRefusedAsync(commands, "There is a database", "restore", backup);
        await AssertRefusedAsync(commands, "A process uses the database", "restore", backup, "--force");

        host.Terminate();
        Assert.Equal(0, await host.ExitAsync());
        var restored = await commands.StoreAsync("restore", backup, "--force");
        Assert.True(restored.Code == ExitCode.Done, restored.Error);
        Assert.StartsWith($"{site.File}: ", restored.Output, StringComparison.Ordinal);
        Assert.EndsWith("events: 1. It was restored; start the service.", restored.Output.Trim(), StringComparison.Ordinal);
        var twice = (await commands.StoreAsync("restore", again, "--force", "--json")).Json;
        Assert.Equal(
            (again, site.File, 1),
            (twice.GetProperty("from").GetString(), twice.GetProperty("path").GetString(), twice.GetProperty("event_count").GetInt32()));
        Assert.Equal(new FileInfo(site.File).Length, twice.GetProperty("bytes").GetInt64());
        await using (var store = site.Open())
        {
            Assert.Equal(EventStatus.Processed, (await store.GetAsync(first, default))!.Status);
            Assert.Null(await store.GetAsync(second, default));
        }

        // The sender repeats what was lost with it.
        await host.StartAgainAsync();
        Assert.Equal(second, await FileSite.SendAsync(host, "invitee_created_minimal"));
        await site.FinishedAsync(second);
        Assert.Empty(site.Simulator.State.SlackMessages);
    }

    [Fact]
    public async Task What_is_wrong_in_the_file_is_listed_and_the_exit_code_says_so()
    {
        await using var site = await FileSite.CreateAsync();
        await using (var host = await HostProcess.StartAsync(site.Variables()))
        {
            await site.FinishedAsync(await FileSite.SendAsync(host, "invitee_created_full"));
        }

        Run(site.File, "DELETE FROM payload");
        var check = await new CommandLine(site.Variables()).StoreAsync("check");
        Assert.Equal(ExitCode.Nothing, check.Code);
        Assert.Contains("PROBLEM: 1 event has no payload", check.Output, StringComparison.Ordinal);
        Assert.Contains("not sound", check.Output, StringComparison.Ordinal);

        // Half of the pages.
        Run(site.File, "PRAGMA wal_checkpoint(TRUNCATE)");
        await using (var file = new FileStream(site.File, FileMode.Open))
        {
            file.Position = 8 * 4096;
            await file.WriteAsync(Enumerable.Repeat((byte)0xAA, 20 * 4096).ToArray());
        }

        var damaged = await new CommandLine(site.Variables()).StoreAsync("check");
        Assert.Equal(ExitCode.Nothing, damaged.Code);
        Assert.Contains("is damaged", damaged.Output, StringComparison.Ordinal);
        var backup = Path.Combine(site.Root, "backup.db");
        await AssertRefusedAsync(new CommandLine(site.Variables()), "is damaged", "backup", backup);
        Assert.False(File.Exists(backup));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("backup saved.db")]
    public async Task File_that_can_not_be_used_is_explained(string line)
    {
        await using var site = await FileSite.CreateAsync();
        var commands = new CommandLine(site.Variables());
        string[] arguments = [.. line.Split(' ').Select(word => word == "saved.db" ? Path.Combine(site.Root, word) : word)];
        await AssertRefusedAsync(commands, $"There is no database {site.File}. Run this where the service runs", arguments);
        Assert.False(Directory.Exists(site.Data));

        await using (var store = site.Open())
        {
            await store.OpenAsync(default);
        }

        Run(site.File, "PRAGMA user_version = 99");
        await AssertRefusedAsync(commands, "was written by a newer version of this program", arguments);
        await File.WriteAllTextAsync(site.File, "This is a letter.".PadRight(5_000));
        await AssertRefusedAsync(commands, "is no SQLite database", arguments);
        await AssertRefusedAsync(new CommandLine(site.Variables(("REDIS_URL", "redis://127.0.0.1:1"))), "the store is a Redis", arguments);
        Assert.False(File.Exists(Path.Combine(site.Root, "saved.db")));
    }

    [Fact]
    public async Task Backup_that_can_not_be_restored_is_explained_and_nothing_is_replaced()
    {
        await using var site = await FileSite.CreateAsync();
        var commands = new CommandLine(site.Variables());
        var backup = Path.Combine(site.Root, "backup.db");
        await AssertRefusedAsync(commands, $"There is no file {backup} to restore from", "restore", backup);
        await File.WriteAllTextAsync(backup, "This is a letter.".PadRight(5_000));
        await AssertRefusedAsync(commands, "is no SQLite database", "restore", backup);
        Assert.Equal(2, (await commands.StoreAsync("restore")).Code);

        await using (var store = site.Open())
        {
            await store.OpenAsync(default);
        }

        File.Copy(site.File, backup, overwrite: true);
        Run(backup, "PRAGMA user_version = 99");
        await AssertRefusedAsync(commands, "was written by a newer version of this program", "restore", backup, "--force");
        Assert.Equal(ExitCode.Done, (await commands.StoreAsync("check")).Code);
    }

    [Fact]
    public async Task Backup_to_a_full_disk_is_explained_and_leaves_nothing()
    {
        await using var site = await FileSite.CreateAsync();
        await using (var store = site.Open())
        {
            await store.OpenAsync(default);
        }

        Run(site.File, "CREATE TABLE filling (x BLOB); INSERT INTO filling VALUES (zeroblob(8000000))");
        var small = Directory.CreateDirectory(Path.Combine(site.Root, "small")).FullName;
        var (code, output) = await HostProcess.CommandAsync(
            site.Variables(), [.. FileSite.OnSmallDisk(small, "2m"), .. HostProcess.Command, "store", "backup", Path.Combine(small, "backup.db")]);
        Assert.Equal((ExitCode.Unusable, true), (code, output.Contains("the disk is full", StringComparison.Ordinal)));
        Assert.Contains(Path.Combine(small, "backup.db"), output, StringComparison.Ordinal);
    }

    private static async Task AssertRefusedAsync(CommandLine commands, string told, params string[] arguments)
    {
        var result = await commands.StoreAsync(arguments);
        Assert.Equal((ExitCode.Unusable, ""), (result.Code, result.Output));
        Assert.Contains(told, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    private static void Run(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
