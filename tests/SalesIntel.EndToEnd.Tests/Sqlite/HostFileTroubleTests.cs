using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SalesIntel.EndToEnd.Tests.Support;
using SalesIntel.Storage.Contract;

namespace SalesIntel.EndToEnd.Tests.Sqlite;

/// <summary>Files and disks with which a host can't work, or not now.</summary>
public sealed class HostFileTroubleTests
{
    [Fact]
    public async Task File_that_is_no_database_is_refused_at_the_start_with_what_to_do()
    {
        await using var site = await FileSite.CreateAsync();
        Directory.CreateDirectory(site.Data);
        var letter = "This is a letter.".PadRight(5_000);
        await File.WriteAllTextAsync(site.File, letter);

        await AssertRefusedAsync(site, "is no SQLite database");
        Assert.Equal(letter, await File.ReadAllTextAsync(site.File));
    }

    [Fact]
    public async Task File_of_a_newer_version_is_refused_at_the_start_with_what_to_do()
    {
        await using var site = await FileSite.CreateAsync();
        await using (var store = site.Open())
        {
            await store.OpenAsync(default);
        }

        await using (var connection = new SqliteConnection($"Data Source={site.File};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var upgrade = connection.CreateCommand();
            upgrade.CommandText = "PRAGMA user_version = 99";
            await upgrade.ExecuteNonQueryAsync();
        }

        await AssertRefusedAsync(site, "was written by a newer version of this program");
    }

    [Theory]
    [InlineData("file", "is read-only for this user")]
    [InlineData("folder", "is not writable for this user")]
    public async Task What_may_not_be_written_is_refused_at_the_start_with_what_to_do(string what, string told)
    {
        await using var site = await FileSite.CreateAsync();
        if (what == "file")
        {
            await using var store = site.Open();
            await store.OpenAsync(default);
        }
        else
        {
            Directory.CreateDirectory(site.Data);
        }

        // Root's folders are closed to the other user, whose own the test's files may be.
        const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode Enter = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(Path.GetDirectoryName(site.Data)!, Read | Enter | UnixFileMode.UserWrite);
        File.SetUnixFileMode(site.Data, Read | Enter | (what == "file" ? (UnixFileMode)0b010_010_010 : UnixFileMode.None));
        foreach (var file in Directory.GetFiles(site.Data))
        {
            File.SetUnixFileMode(file, Read);
        }

        await AssertRefusedAsync(site, told, FileSite.WithoutPrivileges);
        File.SetUnixFileMode(site.Data, Read | Enter | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Full_disk_refuses_loses_nothing_and_takes_more_when_there_is_room()
    {
        await using var site = await FileSite.CreateAsync();
        Directory.CreateDirectory(site.Data);

        var host = await site.StartAsync(FileSite.OnSmallDisk(site.Data, "16m"), ("LOG_LEVEL", "WARNING"));
        var seen = $"/proc/{host.Id}/root{site.Data}";
        var filler = Path.Combine(seen, "filler");
        await File.WriteAllBytesAsync(filler, new byte[12 << 20]);

        List<string> accepted = [];
        var refused = Booking(0);
        for (var number = 1; ; number++)
        {
            Assert.True(number < 500, "It never became full.");
            refused = Booking(number);
            var (status, answer) = await SignedPost.TryAsync(host.Http, "calendly", refused);
            if (status != HttpStatusCode.OK)
            {
                Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
                break;
            }

            accepted.Add(JsonNode.Parse(answer)!["event_id"]!.GetValue<string>());
        }

        await host.UntilAsync(
            () => Task.FromResult(host.Output.Contains("the disk is full", StringComparison.Ordinal)), "It does not say why.");
        Fill(Path.Combine(seen, "rest"));
        await site.Simulator.WaitForAsync(
            crm => crm.SlackMessages.Any(message => message.Text!.Contains("The store takes no events", StringComparison.Ordinal)),
            TimeSpan.FromSeconds(60));
        using (var health = await host.Http.GetAsync("healthz"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        }

        File.Delete(Path.Combine(seen, "rest"));
        File.Delete(filler);
        accepted.Add(await SignedPost.SendAsync(host.Http, "calendly", refused));
        await host.UntilAsync(
            () => Task.FromResult(site.Simulator.State.Leads.Count == accepted.Count),
            $"There are not {accepted.Count} leads.");
        Assert.False(host.HasExited, host.Output);
        Assert.Equal(accepted.Count, site.Simulator.State.Leads.Count);
    }

    // Down to the last page.
    private static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        Assert.Throws<IOException>((Action)(() =>
        {
            for (var page = new byte[4096]; ; file.Write(page))
            {
            }
        }));
    }

    private static JsonObject Booking(int number)
    {
        var message = RunningHost.Fixture("calendly", "invitee_created_full");
        var payload = message["payload"]!.AsObject();
        payload["email"] = $"invitee{number}@harrowpine.example";
        payload["uri"] = $"{payload["uri"]}-{number}";
        payload["padding"] = new string('x', 30_000);
        return message;
    }

    private static async Task AssertRefusedAsync(FileSite site, string told, params string[] runner)
    {
        var (code, output) = await HostProcess.FailAsync(site.Variables(), runner);
        Assert.True(code == 3, output);
        Assert.Contains(told, output, StringComparison.Ordinal);
        Assert.Contains(site.Data, output, StringComparison.Ordinal);
        Assert.Contains("SalesIntel can't start", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }
}
