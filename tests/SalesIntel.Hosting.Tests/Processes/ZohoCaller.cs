using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Redis;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.Storage.Contract;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Hosting.Tests.Processes;

/// <summary>Calls Zoho without a pause, from many places at once, until it is killed. Says for each call what came of it.</summary>
internal static class ZohoCaller
{
    private const int Callers = 16;

    public static async Task RunAsync(string store, string zoho, int concurrency)
    {
        var services = new ServiceCollection().AddLogging();
        if (store.StartsWith("redis:", StringComparison.Ordinal))
        {
            Share(services, new RedisStore(
                Options.Create(new RedisStoreOptions { Url = store }), TimeProvider.System, NullLogger<RedisStore>.Instance));
        }
        else
        {
            Share(services, new SqliteStore(
                Options.Create(new SqliteStoreOptions { Path = store }), TimeProvider.System, NullLogger<SqliteStore>.Instance));
        }

        services.AddZohoCrm(options =>
        {
            options.ClientId = "1000.CLIENT";
            options.ClientSecret = "secret-value";
            options.RefreshToken = "1000.refresh";
            options.AccountsUrl = zoho;
            options.MaxConcurrency = concurrency;
        });
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ZohoCrmClient>();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => CallAsync(client)));
    }

    private static void Share<TStore>(IServiceCollection services, TStore store)
        where TStore : class, ISharedState, ISlotLeases =>
        services.AddSingleton<ISharedState>(store).AddSingleton<ISlotLeases>(store);

    private static async Task CallAsync(ZohoCrmClient client)
    {
        while (true)
        {
            try
            {
                var lead = new JsonObject { ["Last_Name"] = "Quill", ["Email"] = "dana.quill@northwind-labs.example" };
                // A call of its own: those that carry one record each are what the slots are for.
                (await client.UpsertBatchAsync("Leads", [lead], Type))[0].EnsureSuccess();
                Tell("done");
            }
            catch (ZohoCrmException refused)
            {
                Tell(refused.Code);
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }

    private static JsonTypeInfo<JsonObject> Type { get; } =
        (JsonTypeInfo<JsonObject>)System.Text.Json.JsonSerializerOptions.Default.GetTypeInfo(typeof(JsonObject));

    private static void Tell(string line)
    {
        lock (Console.Out)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }
}
