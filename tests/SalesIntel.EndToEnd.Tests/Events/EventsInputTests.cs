using SalesIntel.EndToEnd.Tests.Support;
using SalesIntel.Hosting.Tests.Storage;
using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Hosting.Commands.Events;

namespace SalesIntel.EndToEnd.Tests.Events;

/// <summary>What an operator may type wrong, and what is then said.</summary>
public sealed class EventsInputTests
{
    private static readonly string Unknown = new('0', 32);
    private static readonly Uri NoSimulator = new("http://127.0.0.1:9/");

    [Theory]
    [InlineData("replay", "or at least one option that chooses events")]
    [InlineData("replay --limit 5 --rate 2 --preview", "or at least one option that chooses events")]
    [InlineData("replay 00000000000000000000000000000000 --status failed", "not both")]
    [InlineData("list --status broken", "'broken' is no status; there are: queued, processing, processed, ignored, failed.")]
    [InlineData("list --status Failed", "'Failed' is no status")]
    [InlineData("list --since yesterday", "'yesterday' is no time; --since takes 2026-11-23")]
    [InlineData("list --until 99999999999d", "'99999999999d' is no time; --until takes")]
    [InlineData("list --since 1h --until 2h", "--since is not before --until")]
    [InlineData("list --lead somebody", "--lead takes an e-mail address or a lead's key")]
    [InlineData("list --limit 0", "--limit takes a number from 1 to 10000")]
    [InlineData("list --limit many", "--limit takes a number from 1 to 10000")]
    [InlineData("replay --status failed --rate 0", "--rate takes a number above 0")]
    [InlineData("replay --status failed --rate NaN", "--rate takes a number above 0")]
    [InlineData("show 17", "'17' is no event id: an event id is 32 hex digits")]
    [InlineData("show", "'events show' needs <id>")]
    [InlineData("replay --status failed --genuine", "--genuine needs an event's id")]
    [InlineData("list --colour", "--colour")]
    public async Task Wrong_command_line_is_refused_before_the_store_is_opened(string line, string said)
    {
        // Opening it would fail with another text.
        var result = await CommandLine.Beside(NoSimulator).RunAsync(line.Split(' '));
        Assert.Equal(ExitCode.Unusable, result.Code);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("store", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_that_is_not_there_is_said_to_be_unknown()
    {
        await using var redis = await RedisServer.StartAsync();
        var commands = CommandLine.Beside(NoSimulator, ("REDIS_URL", redis.Url));
        var show = await commands.RunAsync("show", Unknown);
        Assert.Equal((1, $"There is no event {Unknown} (any more)."), (show.Code, show.Error.Trim()));
        var replay = await commands.RunAsync("replay", Unknown);
        Assert.Equal(1, replay.Code);
        Assert.Contains("not found: there is no such event", replay.Output, StringComparison.Ordinal);
        Assert.Equal("not_found", (await commands.RunAsync("replay", Unknown, "--preview", "--json"))
            .Json.GetProperty("previews")[0].GetProperty("result").GetString());
    }

    [Fact]
    public async Task Filter_that_matches_nothing_is_said_to_and_json_is_still_json()
    {
        await using var redis = await RedisServer.StartAsync();
        var commands = CommandLine.Beside(NoSimulator, ("REDIS_URL", redis.Url));
        foreach (var (line, array) in new[] { ("list", "events"), ("replay --status failed", "outcomes"), ("replay --source readai --preview", "previews") })
        {
            var result = await commands.RunAsync([.. line.Split(' '), "--json"]);
            Assert.Equal((1, "No event matches."), (result.Code, result.Error.Trim()));
            Assert.Equal(0, result.Json.GetProperty(array).GetArrayLength());
        }
    }

    [Fact]
    public async Task Store_that_can_not_be_reached_is_named()
    {
        var port = RedisServer.FindFreePort();
        var result = await CommandLine.Beside(NoSimulator, ("REDIS_URL", $"redis://:geheim@127.0.0.1:{port}/0")).RunAsync("list");
        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Contains($"127.0.0.1:{port}", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_without_a_store_is_named_and_not_made()
    {
        var folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        var result = await CommandLine.Beside(NoSimulator, ("DATA_DIR", folder)).RunAsync("list");
        Assert.Equal(2, result.Code);
        Assert.Contains($"There is no store in {folder}", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Configuration_that_can_not_be_used_is_listed()
    {
        var result = await CommandLine.Beside(NoSimulator, ("ZOHO_REFRESH_TOKEN", "")).RunAsync("list");
        Assert.Equal(2, result.Code);
        Assert.Contains("ZOHO_REFRESH_TOKEN", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-22", "2026-11-22T00:00:00Z")]
    [InlineData("2026-11-22T10:15", "2026-11-22T10:15:00Z")]
    [InlineData("2026-11-22T10:15:30Z", "2026-11-22T10:15:30Z")]
    [InlineData("2026-11-22T10:15:30.5+02:00", "2026-11-22T08:15:30.5Z")]
    [InlineData("90s", "2026-11-23T11:58:30Z")]
    [InlineData("15m", "2026-11-23T11:45:00Z")]
    [InlineData("1.5h", "2026-11-23T10:30:00Z")]
    [InlineData("7d", "2026-11-16T12:00:00Z")]
    [InlineData("-1d", null)]
    [InlineData("d", null)]
    [InlineData("1w", null)]
    [InlineData("23.11.2026", null)]
    [InlineData("", null)]
    public void Time_is_read_as_it_is_documented(string text, string? expected) => Assert.Equal(
        expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
        Moment.Read(text, new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero)));
}
