using SalesIntel.Simulator;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Client;
using SalesIntel.Zoho.Tests.OverHttp;

namespace SalesIntel.Zoho.Tests.Gate;

public class SmallEditionTests
{
    [Fact]
    public async Task More_calls_than_the_edition_allows_get_through_with_few_refusals_and_no_failure()
    {
        await using var server = await SimulatorServer.StartAsync(
            new SimulatorOptions { ZohoLatency = TimeSpan.FromMilliseconds(20), ZohoConcurrencyLimit = 5 });
        using var zoho = new HttpZoho(server, configure: options => options.MaxConcurrency = 8);

        var receipts = await Task.WhenAll(Enumerable.Range(0, 150).Select(number => zoho.Client.InsertAsync(
            "Leads", new Person { LastName = "Quill", Email = $"person{number}@northwind-labs.example" }, PersonJson.Default.Person)));

        Assert.All(receipts, receipt => Assert.Equal(ZohoWriteAction.Inserted, receipt.Action));
        Assert.Equal(150, server.State.Leads.Count);
        Assert.InRange(server.State.Requests["zoho.insert"], 150, 170);
    }
}
