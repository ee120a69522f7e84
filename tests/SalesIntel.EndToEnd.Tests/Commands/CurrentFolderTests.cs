using System.Diagnostics;
using System.Text.Json;
using SalesIntel.EndToEnd.Tests.Support;

namespace SalesIntel.EndToEnd.Tests.Commands;

/// <summary>The files of the current folder are read, and it is said which.</summary>
public sealed class CurrentFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("salesintel-folder-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Settings_say_what_is_in_force_and_where_it_comes_from()
    {
        Write("appsettings.json", """{"SalesIntel":{"MAX_RETRIES":7,"WORKERS":2,"PROBE_SECONDS":9,"LEASE_SECONDS":33}}""");
        Write("appsettings.Staging.json", """{"SalesIntel":{"LEASE_SECONDS":44}}""");
        Write(".env", "WORKERS=4\nPROBE_SECONDS=8\nGEMINI_API_KEY=hidden\nSalesIntel__RETRY_BASE_SECONDS=5\n");
        var (code, output, error) = await RunAsync(["settings", "--json"], ("PROBE_SECONDS", "6"), ("DOTNET_ENVIRONMENT", "Staging"));

        Assert.Equal((0, ""), (code, error));
        var document = JsonDocument.Parse(output).RootElement;
        Assert.Equal(
            [In("appsettings.json"), In("appsettings.Staging.json"), In(".env")],
            document.GetProperty("files").EnumerateArray().Select(file => file.GetString()));
        (string?, string?) Of(string name) => document.GetProperty("settings").EnumerateArray()
            .Where(one => one.GetProperty("name").GetString() == name)
            .Select(one => (one.GetProperty("value").GetString(), one.GetProperty("from").GetString())).Single();
        Assert.Equal(("7", In("appsettings.json")), Of("MAX_RETRIES"));
        Assert.Equal(("44", In("appsettings.Staging.json")), Of("LEASE_SECONDS"));
        Assert.Equal(("4", In(".env")), Of("WORKERS"));
        Assert.Equal(("5", In(".env")), Of("RETRY_BASE_SECONDS"));
        Assert.Equal(("6", "environment"), Of("PROBE_SECONDS"));
        Assert.Equal(("set", In(".env")), Of("GEMINI_API_KEY"));
        Assert.Equal(("not set", "default"), Of("ZOHO_CLIENT_SECRET"));
        Assert.Equal(("govisually.com,clockworkstudio.com", "default"), Of("READAI_CUSTOMER_DOMAINS"));
        Assert.Equal((null, "default"), Of("ZOHO_OWNER_ID"));
        Assert.DoesNotContain("hidden", output, StringComparison.Ordinal);

        var table = await RunAsync(["settings", "--values"]);
        Assert.Contains("| name | value | from | default | meaning |", table.Output, StringComparison.Ordinal);
        Assert.Contains($"| `WORKERS` | `4` | {In(".env")} |", table.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WORKERS", "many", "WORKERS is 'many': must be a whole number from")]
    [InlineData("QUALIFICATION", "medic", "QUALIFICATION is 'medic': must be one of meddic, meddpicc, bant, spiced")]
    [InlineData("ZOHO_DC", "moon", "ZOHO_DC is 'moon': must be one of us, au, eu")]
    public async Task Value_that_can_not_be_used_is_named_beside_what_is_in_force(string name, string value, string said)
    {
        Write(".env", $"{name}={value}\n");
        var (code, output, error) = await RunAsync(["settings", "--json"]);

        Assert.Equal(2, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
        var settings = JsonDocument.Parse(output).RootElement.GetProperty("settings").EnumerateArray().ToList();
        Assert.True(settings.Count > 50);
        var shown = settings.Single(one => one.GetProperty("name").GetString() == name);
        Assert.Equal((value, In(".env")), (shown.GetProperty("value").GetString(), shown.GetProperty("from").GetString()));
    }

    [Theory]
    [InlineData("appsettings.json", "{\n\"GEMINI_API_KEY\": hunter2\n}")]
    [InlineData(".env", "WORKERS=2\nGEMINI_API_KEY=\"hunter2\nX=1\nhunter2")]
    public async Task File_that_can_not_be_read_is_named_without_what_it_holds(string file, string text)
    {
        Write(file, text);
        foreach (var line in (string[])["settings --json", "doctor", "--urls http://127.0.0.1:0"])
        {
            var (code, _, error) = await RunAsync(line.Split(' '));
            Assert.Equal(2, code);
            Assert.Contains(In(file), error, StringComparison.Ordinal);
            Assert.Contains(", line ", error, StringComparison.Ordinal);
            Assert.DoesNotContain("hunter2", error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Service_says_at_its_start_what_it_has_read_and_takes_it()
    {
        Write("appsettings.json", """{"urls":"http://127.0.0.1:0","SalesIntel":{"DATA_DIR":"kept-here"}}""");
        using var process = Start([]);
        try
        {
            var said = await LinesUntilAsync(process, "Now listening on");
            Assert.Contains($"Configuration is read from {In("appsettings.json")}; the environment wins.", said, StringComparison.Ordinal);
            Assert.Contains("Now listening on: http://127.0.0.1:", said, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        Assert.True(File.Exists(In("kept-here/salesintel.db")));
    }

    [Fact]
    public async Task Misspelt_command_starts_nothing()
    {
        var (code, output, error) = await RunAsync(["evnts"]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("Did you mean 'events'?", error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public async Task Misspelt_command_is_answered_also_where_the_files_can_not_be_used()
    {
        Write("appsettings.json", "{");
        Write(".env", "WORKERS=many\n");

        Assert.Contains("Did you mean 'events'?", (await RunAsync(["evnts"])).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Misspelt_variable_is_named_with_the_setting_that_it_was_meant_to_be()
    {
        Write("appsettings.json", """{"LEASE_SECOND":3,"Shop":{"WORKRES":1}}""");
        Write(".env", "WORKRS=3\nGEMINI_APIKEY=hunter2\nSHOP_NAME=Quill\n");
        var (_, output, _) = await RunAsync(["doctor"], ("ZOHO_CLIENTID", "hunter2"));

        string[] found = [.. output.Split('\n').Where(line => line.Contains("is not a setting", StringComparison.Ordinal))];
        Assert.Equal(4, found.Length);
        foreach (var (written, meant) in (ReadOnlySpan<(string, string)>)[
            ("WORKRS", "WORKERS"), ("GEMINI_APIKEY", "GEMINI_API_KEY"), ("LEASE_SECOND", "LEASE_SECONDS"),
            ("ZOHO_CLIENTID", "ZOHO_CLIENT_ID")])
        {
            Assert.Contains($"{written} is not a setting, and has no effect. Did you mean {meant}?", output, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("hunter2", output, StringComparison.Ordinal);
    }

    private static async Task<string> LinesUntilAsync(Process process, string last)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        List<string> lines = [];
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            lines.Add(line);
            if (line.Contains(last, StringComparison.Ordinal))
            {
                break;
            }
        }

        return string.Join('\n', lines);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments, params (string Name, string Value)[] variables)
    {
        using var process = Start(arguments, variables);
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, texts[0], texts[1]);
    }

    private Process Start(string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(HostProcess.Command[0], [.. HostProcess.Command.Skip(1), .. arguments])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private string In(string file) => Path.Combine(folder, file);

    private void Write(string file, string text) => File.WriteAllText(In(file), text);
}
