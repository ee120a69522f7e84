using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Simulator;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Client;

/// <summary>What the package's README shows does what it says, against the simulator.</summary>
public sealed class ReadmeExampleTests
{
    [Fact]
    public async Task Example_of_the_README_runs()
    {
        await using var server = await SimulatorServer.StartAsync();
        var (services, clientId, clientSecret, refreshToken, city) = (new ServiceCollection().AddLogging(), "1000.X", "s", "1000.r", "Perth");
        Person[] people = [new() { LastName = "Quill", Email = "quill@northwind.example" }, new() { LastName = "Voss", Email = "not an address" }];

        services.AddZohoCrm(o =>
        {
            o.DataCenter = "eu";
            o.ClientId = clientId;
            o.ClientSecret = clientSecret;
            o.RefreshToken = refreshToken;
        });

        services.Configure<ZohoOptions>(o => (o.AccountsUrl, o.ApiUrl) = (server.BaseUrl.AbsoluteUri, server.BaseUrl.AbsoluteUri));
        await using var provider = services.BuildServiceProvider();
        server.State.AddLead(new() { ["Last_Name"] = "Ames", ["City"] = city });

        var client = provider.GetRequiredService<ZohoCrmClient>();
        var written = await client.UpsertBatchAsync("Leads", people, PersonJson.Default.Person, new() { DuplicateCheckFields = ["Email"] });
        foreach (var refused in written.Where(result => !result.IsSuccess))
        {
            Console.WriteLine($"{refused.Error!.Code} {refused.Error.Field}: {refused.Error.Advice}");
        }

        await foreach (var person in client.QueryAsync($"select Last_Name, Email from Leads where City = {city}", PersonJson.Default.Person))
        {
            await client.AddNoteAsync(new("Leads", person.Id!), new() { Title = "Seen", Content = person.LastName });
        }

        Assert.Equal([true, false], written.Select(result => result.IsSuccess));
        Assert.Equal("Email", written[1].Error!.Field);
        Assert.Equal("Ames", Assert.Single(server.State.Notes).Content);
    }

    [Fact]
    public async Task Any_number_of_records_any_other_call_and_a_stand_in_of_ones_own()
    {
        var (services, standIn) = (new ServiceCollection().AddLogging(), new StubZoho());
        services.AddZohoCrm(o => (o.DataCenter, o.ClientId, o.ClientSecret, o.RefreshToken) = ("eu", "1000.X", "s", "1000.r"));
        services.AddHttpClient(ZohoOptions.AccountsClientName).ConfigurePrimaryHttpMessageHandler(() => standIn);
        services.AddHttpClient(ZohoOptions.ApiClientName).ConfigurePrimaryHttpMessageHandler(() => standIn);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ZohoCrmClient>();
        List<Person> imported = [.. Enumerable.Range(0, 250).Select(i => new Person { LastName = $"P{i}", Email = $"p{i}@northwind.example" })];
        standIn.On("POST /oauth/v2/token", 200, Answers.Token("token-1", "https://www.zohoapis.eu"))
            .On("GET /crm/v8/users", 200, """{"users":[{"id":5000000000000000012}]}""")
            .Always("POST /crm/v8/Leads/upsert", async (request, token) => Batches.HeldZoho.Data(200, Batches.HeldZoho
                .RecordsOf(await request.Content!.ReadAsStringAsync(token)).Select(record => Batches.HeldZoho.Done(((string)record["Last_Name"]!)[1..]))));

        List<string?> ids = [];
        await foreach (var result in client.UpsertAllAsync("Leads", imported, PersonJson.Default.Person))
        {
            Console.WriteLine(result.Error is null ? $"{result.Id} {result.Action}" : result.Error.Message);
            ids.Add(result.Id);
        }

        var users = await client.SendAsync(HttpMethod.Get, "users?type=ActiveUsers");

        Assert.Equal(Enumerable.Range(0, 250).Select(i => $"{i}"), ids);
        Assert.Equal(3, standIn.Count("POST /crm/v8/Leads/upsert"));
        Assert.Equal("5000000000000000012", (string?)users!["users"]![0]!["id"]);
        Assert.Equal("?type=ActiveUsers", standIn.Sent[^1].Uri.Query);
    }
}
