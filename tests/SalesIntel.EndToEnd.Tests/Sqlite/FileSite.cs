using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SalesIntel.EndToEnd.Tests.Support;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.Demo;
using SalesIntel.Simulator;
using SalesIntel.Storage.Contract;

namespace SalesIntel.EndToEnd.Tests.Sqlite;

/// <summary>A data folder, the stand-ins, and the processes that a test starts on them.</summary>
internal sealed class FileSite : IAsyncDisposable
{
    // Of whom nothing is known on any machine.
    private static readonly string[] AsNobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("salesintel-file-");
    private readonly List<HostProcess> hosts = [];

    private FileSite(SimulatorServer simulator) => Simulator = simulator;

    public SimulatorServer Simulator { get; }

    /// <summary>What starts a process as a user who is not above the rights of files.</summary>
    public static string[] WithoutPrivileges => Environment.IsPrivilegedProcess ? AsNobody : [];

    public string Root => root.FullName;

    /// <summary>Not there before the first host starts.</summary>
    public string Data => Path.Combine(root.FullName, "data");

    public string File => Path.Combine(Data, SqliteStoreOptions.FileName);

    /// <summary>What starts a process that alone sees a small disk in the place of a folder.</summary>
    public static string[] OnSmallDisk(string folder, string size) =>
        ["unshare", "--map-root-user", "--mount", "sh", "-c", $"mount -t tmpfs -o size={size} none '{folder}' && exec \"$0\" \"$@\""];

    public static async Task<FileSite> CreateAsync() => new(await SimulatorServer.StartAsync());

    public async Task<HostProcess> StartAsync(params (string Name, string Value)[] variables)
    {
        var host = await HostProcess.StartAsync(Variables(variables));
        hosts.Add(host);
        return host;
    }

    public async Task<HostProcess> StartAsync(string[] runner, params (string Name, string Value)[] variables)
    {
        var host = await HostProcess.StartAsync(Variables(variables), runner);
        hosts.Add(host);
        return host;
    }

    /// <summary>The variables of a host on the folder.</summary>
    public Dictionary<string, string?> Variables(params (string Name, string Value)[] more)
    {
        var variables = DemoCommand.Variables(Simulator.BaseUrl, Data);
        variables["LOG_LEVEL"] = "INFO";
        variables["LEASE_SECONDS"] = "2";
        foreach (var (name, value) in more)
        {
            variables[name] = value;
        }

        return variables;
    }

    /// <summary>The store of the folder, as another process has it.</summary>
    public SqliteStore Open() =>
        new(Options.Create(new SqliteStoreOptions { DataDirectory = Data }), TimeProvider.System, NullLogger<SqliteStore>.Instance);

    /// <summary>Sends a fixture; the event's id.</summary>
    public static async Task<string> SendAsync(HostProcess host, string file)
    {
        var answer = await host.Sender.SendAsync(new DemoWebhook(file, "calendly", file, "accepted"), default);
        Assert.True(answer.Result == "accepted", host.Output);
        return answer.EventId;
    }

    /// <summary>Waits until events have ended.</summary>
    public async Task<IReadOnlyList<WebhookEvent>> FinishedAsync(params string[] ids)
    {
        await using var store = Open();
        List<WebhookEvent> ended = [];
        foreach (var id in ids)
        {
            ended.Add(await DemoWorld.FinishedAsync(store, id, default));
        }

        return ended;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        await Simulator.DisposeAsync();
        root.Delete(recursive: true);
    }
}
