using SalesIntel.EndToEnd.Tests.Support;

namespace SalesIntel.EndToEnd.Tests.Commands;

/// <summary>A slip of the finger is answered in a sentence, and never by the service.</summary>
public sealed class CommandLineErrorTests
{
    [Theory]
    [InlineData("evnts", "'evnts' is not a command. Did you mean 'events'? There are: demo, settings, health, events, store, doctor.")]
    [InlineData("evnts list --status failed", "'evnts' is not a command. Did you mean 'events'?")]
    [InlineData("Demo", "'Demo' is not a command. Did you mean 'demo'?")]
    [InlineData("run", "'run' is not a command. There are: demo,")]
    [InlineData("help", "'help' is not a command. Did you mean '--help'?")]
    [InlineData("version", "'version' is not a command. Did you mean '--version'?")]
    [InlineData("--colour blue", "'--colour' is neither an option of the web host nor a setting. All settings: ")]
    [InlineData("events show", "'events show' needs <id>: The event's id.")]
    [InlineData("store backup", "'store backup' needs <file>: The backup; must not exist.")]
    [InlineData("health --values", "'--values' is not an option of 'health'. There are: --port, --json")]
    [InlineData("--urls http://127.0.0.1:0 dcotor", "'dcotor' is not a command. Did you mean 'doctor'?")]
    [InlineData("--ulrs http://127.0.0.1:0", "'--ulrs' is neither an option of the web host nor a setting. Did you mean '--urls'?")]
    [InlineData("--wrokers=3", "'--wrokers' is neither an option of the web host nor a setting. Did you mean '--WORKERS'?")]
    [InlineData("--dry-run false", "Did you mean '--DRY_RUN'?")]
    [InlineData("DRYRUN=false", "Did you mean '--DRY_RUN'?")]
    [InlineData("/ulrs http://127.0.0.1:0", "Did you mean '--urls'?")]
    [InlineData("--hepl", "Did you mean '--help'?")]
    [InlineData("--urls", "'--urls' has no value: write --urls VALUE.")]
    [InlineData("-x", "'-x' is not an option: options begin with two dashes")]
    [InlineData("events", "Say what to do with events: list, show, replay.")]
    [InlineData("events lst", "'lst' is not a command. Did you mean 'list'? There are: list, show, replay.")]
    [InlineData("events list --statsu failed", "'--statsu' is not an option of 'events list'. Did you mean '--status'?")]
    [InlineData("events list --jsn", "'--jsn' is not an option of 'events list'. Did you mean '--json'?")]
    [InlineData("events list failed", "'failed' is too much: 'events list' takes no such argument.")]
    [InlineData("store chekc", "Did you mean 'check'?")]
    [InlineData("store copy", "Give either --to redis://… or --from redis://….")]
    [InlineData("settings --vaules", "'--vaules' is not an option of 'settings'. Did you mean '--values'?")]
    [InlineData("health --port eighty", "--port takes a number from 1 to 65535.")]
    [InlineData("health --port 0", "--port takes a number from 1 to 65535.")]
    [InlineData("events list --json=maybe", "'maybe' is too much: 'events list' takes no such argument.")]
    [InlineData("demo --once maybe", "'maybe' is too much: 'demo' takes no such argument.")]
    [InlineData("doctor --fix", "Did you mean '--fix-plan'?")]
    [InlineData("evnts --help", "'evnts' is not a command. Did you mean 'events'?")]
    [InlineData("--help evnts", "'evnts' is not a command. Did you mean 'events'?")]
    [InlineData("evnts --version", "'evnts' is not a command. Did you mean 'events'?")]
    [InlineData("--wrokers=3 --help", "'--wrokers' is neither an option of the web host nor a setting. Did you mean '--WORKERS'?")]
    [InlineData("events lst --help", "'lst' is not a command. Did you mean 'list'?")]
    [InlineData("events list --statsu failed --help", "'--statsu' is not an option of 'events list'. Did you mean '--status'?")]
    [InlineData("store restore --froce --help", "'--froce' is not an option of 'store restore'. Did you mean '--force'?")]
    [InlineData("store backup --jsn", "'--jsn' is not an option of 'store backup'. Did you mean '--json'?")]
    [InlineData("events show --payloda", "'--payloda' is not an option of 'events show'. Did you mean '--payload'?")]
    [InlineData("events list --type --limt", "'--limt' is not an option of 'events list'. Did you mean '--limit'?")]
    [InlineData("events show 0123456789abcdef0123456789abcdef more", "'more' is too much: 'events show' takes one <id>.")]
    [InlineData("events list --limit", "'--limit' needs a value: At most so many, the newest; 1 to 10000.")]
    [InlineData("events list --limit 5 --limit 6", "'--limit' has 2 values: give it once.")]
    [InlineData("events list --limit -5", "--limit takes a number from 1 to 10000.")]
    [InlineData("events list --limit 99999999999999999999", "--limit takes a number from 1 to 10000.")]
    [InlineData("events replay --rate", "'--rate' needs a value: At most so many in a second")]
    [InlineData("events replay --status failed --rate NaN", "--rate takes a number above 0, up to 1000.")]
    [InlineData("events replay --error ", "The value of --error is empty.")]
    [InlineData("events list --type ", "The value of --type is empty.")]
    [InlineData("events list --source ", "The value of --source is empty.")]
    [InlineData("events list --since 99999999d", "'99999999d' is no time; --since takes")]
    [InlineData("events show @id.txt", "'@id.txt' is no event id")]
    [InlineData("@commands.txt", "'@commands.txt' is not a command.")]
    [InlineData("[diagram] events list", "'[diagram]' is not a command.")]
    [InlineData("events -- list", "'list' stands behind '--', where neither commands nor options are read: leave '--' out.")]
    [InlineData("-- events", "'events' stands behind '--', where neither commands nor options are read: leave '--' out.")]
    [InlineData("store backup ", "The name of the <file> is empty.")]
    [InlineData("store copy --to", "'--to' needs a value: The Redis to which everything in DATA_DIR is copied.")]
    [InlineData("store copy --to ", "--to is empty: set redis://")]
    [InlineData("store copy --from nonsense", "--from ")]
    [InlineData("health --port", "'--port' needs a value: Port of the service.")]
    [InlineData("health --port 80 --port 90", "'--port' has 2 values: give it once.")]
    public async Task Wrong_word_is_answered_with_the_nearest_one(string line, string said)
    {
        // A service that starts with these variables would not end.
        var result = await CommandLine.Beside(new Uri("http://127.0.0.1:9/")).LineAsync(line.Split(' '));

        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
        Assert.Contains("--help", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage:", result.Error, StringComparison.Ordinal);
        Assert.InRange(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, 2, 3);
    }

    [Fact]
    public async Task Source_that_there_is_not_is_answered_with_those_that_there_are()
    {
        await using var host = await RunningHost.StartAsync();
        var result = await CommandLine.Beside(host.Simulator.BaseUrl, ("DATA_DIR", host.Data)).RunAsync("list", "--source", "calendy");

        Assert.Equal((2, "'calendy' is no source; there are: calendly, readai."), (result.Code, result.Error.Trim()));
    }
}
