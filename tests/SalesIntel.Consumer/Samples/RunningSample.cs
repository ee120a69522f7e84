using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using SalesIntel.Consumer.Parts;

namespace SalesIntel.Consumer.Samples;

/// <summary>A sample that is a host, in a process and a folder of its own.</summary>
internal sealed class RunningSample : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient http = new();
    private readonly List<string> lines = [];

    private RunningSample(string program, (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet", [program]) { WorkingDirectory = Folder, RedirectStandardOutput = true };
        foreach (var (name, value) in variables.Append(("ASPNETCORE_URLS", "http://127.0.0.1:0")).Append(("ALLOW_DEBUG_ENDPOINTS", "true")))
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) =>
        {
            lock (lines)
            {
                lines.Add(line.Data ?? "");
            }
        };
        process.BeginOutputReadLine();
    }

    /// <summary>The current folder of the process, empty at first.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("salesintel-sample-").FullName;

    /// <summary>What it said so far.</summary>
    public string Output
    {
        get
        {
            lock (lines)
            {
                return string.Join('\n', lines);
            }
        }
    }

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<RunningSample> StartAsync(BuiltSamples samples, string sample, params (string Name, string Value)[] variables)
    {
        const string Listening = "Now listening on: ";
        var running = new RunningSample(samples.Output(sample, sample + ".dll"), variables);
        var line = await Until.FoundAsync(() => running.process.HasExited
            ? throw new InvalidOperationException(running.Output)
            : running.Output.Split('\n').FirstOrDefault(line => line.Contains(Listening, StringComparison.Ordinal)));
        running.http.BaseAddress = new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..]);
        return running;
    }

    /// <summary>Posts a body; the status and the answer.</summary>
    public async Task<(HttpStatusCode Status, JsonNode Answer)> PostAsync(
        string source, HttpContent body, string? header = null, string? value = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"webhooks/{source}") { Content = body };
        if (header is not null)
        {
            request.Headers.Add(header, value);
        }

        using var response = await http.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    public Task<string> GetAsync(string path) => http.GetStringAsync(path);

    /// <summary>What is kept of an event that was accepted, when it is neither waiting nor running.</summary>
    public Task<JsonNode> FinishedAsync(JsonNode accepted) => Until.FoundAsync(async () =>
    {
        var stored = JsonNode.Parse(await GetAsync($"debug/events/{(string?)accepted["event_id"]}"))!;
        return (string?)stored["status"] is "queued" or "processing" ? null : stored;
    });

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        http.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
