using System.CommandLine;
using SalesIntel.Chaos.Kills;
using SalesIntel.Chaos.Machines;

var store = new Option<StoreKind>("--store") { Description = "Where the hosts keep what they accepted.", DefaultValueFactory = _ => StoreKind.Redis };
var kills = new Option<int>("--kills") { Description = "How often a process is killed.", DefaultValueFactory = _ => 200 };
var events = new Option<int>("--events") { Description = "At least so many different webhooks.", DefaultValueFactory = _ => 2_000 };
var seed = new Option<int>("--seed") { Description = "The same seed sends the same webhooks in the same order.", DefaultValueFactory = _ => 1 };
var workers = new Option<int>("--workers") { Description = "Worker processes beside one that receives; 0 = one process for both." };
var calm = new Option<bool>("--calm") { Description = "Nothing but kills: no lost connections, rate limits, restarts and freezes of Redis." };

var kill = new Command("kills", "Kill hosts while they work; nothing may be lost, doubled or out of order.") { store, kills, events, seed, workers, calm };
kill.SetAction(async (parsed, cancellationToken) =>
{
    var options = new KillOptions
    {
        Store = parsed.GetValue(store),
        Kills = parsed.GetValue(kills),
        Events = parsed.GetValue(events),
        Seed = parsed.GetValue(seed),
        Workers = parsed.GetValue(workers),
        Disturbances = parsed.GetValue(calm) ? [] : Enum.GetValues<Disturbance>(),
    };
    var verdict = await KillRun.RunAsync(options, Console.Error.WriteLine, cancellationToken);
    Console.WriteLine(VerdictReport.Head);
    Console.WriteLine(VerdictReport.Row(verdict));
    foreach (var line in VerdictReport.Details(verdict))
    {
        Console.WriteLine(line);
    }

    return verdict.Holds ? 0 : 1;
});

return await new RootCommand("Breaks things on purpose and counts what is lost.") { kill }.Parse(args).InvokeAsync();
