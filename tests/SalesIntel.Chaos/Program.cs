using System.CommandLine;
using SalesIntel.Chaos.Kills;
using SalesIntel.Chaos.Machines;
using SalesIntel.Chaos.Outages;

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

var seconds = new Option<int>("--seconds") { Description = "For how long." };
var redisOutage = new Command("redis-outage", "Stop Redis under 50 bookings a second.") { seconds, workers };
redisOutage.SetAction(async (parsed, cancellationToken) => await RedisOutage.RunAsync(
    Seconds(parsed, 30), Math.Max(1, parsed.GetValue(workers)), Console.WriteLine, cancellationToken) ? 0 : 1);
var rateLimit = new Command("rate-limit", "Have Zoho answer 429 to everything.") { seconds, workers };
rateLimit.SetAction(async (parsed, cancellationToken) => await RateLimit.RunAsync(
    Seconds(parsed, 60), Math.Max(1, parsed.GetValue(workers)), Console.WriteLine, cancellationToken) ? 0 : 1);

var processes = new Option<int>("--processes") { Description = "Worker processes.", DefaultValueFactory = _ => 3 };
var tokens = new Command("tokens", "Give Zoho's access tokens a short life, then end them until the budget of refreshes is used up.") { store, processes, seconds };
tokens.SetAction(async (parsed, cancellationToken) => await TokenRun.RunAsync(
    parsed.GetValue(store), parsed.GetValue(processes), Seconds(parsed, 60), Console.WriteLine, cancellationToken) ? 0 : 1);

var times = new Option<int>("--kills") { Description = "How often the primary is killed.", DefaultValueFactory = _ => 3 };
var waitReplicas = new Option<int>("--wait") { Description = "REDIS_WAIT_REPLICAS, of two replicas.", DefaultValueFactory = _ => 2 };
var failover = new Command("failover", "Kill the primary of a replicated Redis with Sentinel under 50 bookings a second.") { times, waitReplicas, workers };
failover.SetAction(async (parsed, cancellationToken) => await Failover.RunAsync(
    parsed.GetValue(times), parsed.GetValue(waitReplicas), Math.Max(1, parsed.GetValue(workers)), Console.WriteLine, cancellationToken) ? 0 : 1);

TimeSpan Seconds(ParseResult parsed, int otherwise) =>
    TimeSpan.FromSeconds(parsed.GetValue(seconds) is > 0 and var given ? given : otherwise);

return await new RootCommand("Breaks things on purpose and counts what is lost.") { kill, redisOutage, rateLimit, tokens, failover }.Parse(args).InvokeAsync();
