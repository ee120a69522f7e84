using SalesIntel.Simulator;
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

        var receipts = await Task.WhenAll(Enumerable.Range(0, 150).Select(number => zoho.WriteAsync($"person{number}@northwind-labs.example")));

        Assert.All(receipts, receipt => Assert.True(receipt.Created));
        Assert.Equal(150, server.State.Leads.Count);
        Assert.InRange(server.State.Requests["zoho.upsert"], 150, 170);
    }
}
