using System.Text.Json.Nodes;
using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Simulator;

namespace SalesIntel.Zoho.Tests.OverHttp;

/// <summary>Many leads at once over real HTTP: few calls, nothing lost or doubled, and reads that show what the database holds.</summary>
public sealed class BurstTests
{
    [Fact]
    public async Task Three_hundred_leads_with_notes_take_few_calls_and_each_has_its_own()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { ZohoLatency = TimeSpan.FromMilliseconds(20) });
        using var zoho = new HttpZoho(server);

        var ids = await Task.WhenAll(Enumerable.Range(0, 300).Select(async number =>
        {
            var email = $"person{number}@northwind.example";
            Assert.Empty(await zoho.Crm.FindLeadsAsync([email], ["Company"], default));
            var receipt = await zoho.WriteAsync(email, company: $"Company {number}");
            var note = new CrmNote("Booked", $"For {number}\nM{number}", $"M{number}");
            await zoho.Crm.CreateNoteAsync(receipt.LeadId, note, default);
            var lead = await zoho.Crm.GetLeadAsync(receipt.LeadId, ["Company"], default);
            Assert.Equal((email, $"Company {number}"), (lead!.Email, (string?)lead.Fields["Company"]));
            return (receipt.LeadId, number);
        }));

        Assert.Equal(300, server.State.Leads.Count);
        Assert.All(ids, one => Assert.Equal($"For {one.number}\nM{one.number}", Assert.Single(server.State.Notes, note => note.ParentId == one.LeadId).Content));
        Assert.Empty(server.State.Overlaps);
        Assert.InRange(server.State.Requests.Where(one => one.Key.StartsWith("zoho.", StringComparison.Ordinal)).Sum(one => one.Value), 1, 150);
    }

    [Fact]
    public async Task Note_is_not_doubled_when_the_answer_to_a_shared_call_is_lost()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server);
        string[] leads = [.. Enumerable.Range(0, 20).Select(number => server.State.AddLead(new JsonObject { ["Last_Name"] = $"L{number}" }))];
        server.Faults.Add(new SimulatorFault { Target = FaultTarget.Zoho, Match = "notes", Action = FaultAction.DropAfterCommit, Times = 1 });

        var outcomes = await Task.WhenAll(leads.Select(async (lead, number) =>
        {
            var note = new CrmNote("T", $"C\nM{number}", $"M{number}");
            try
            {
                return await zoho.Crm.CreateNoteAsync(lead, note, default);
            }
            catch (Failures.ProviderException lost) when (lost.OutcomeUnknown)
            {
                return await zoho.Crm.FindNoteAsync(lead, note.Marker, default) ?? await zoho.Crm.CreateNoteAsync(lead, note, default);
            }
        }));

        Assert.Equal(20, outcomes.Distinct().Count());
        Assert.Equal(leads.Order(), server.State.Notes.Select(note => note.ParentId).Order());
    }

    [Fact]
    public async Task Lead_that_a_person_typed_a_second_ago_is_found_where_the_token_may_query_and_a_converted_one_whatever_a_query_shows()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { ZohoIndexDelay = TimeSpan.FromHours(1), QueriesShowConverted = false });
        using var zoho = new HttpZoho(server);
        var typed = server.State.AddLead(new JsonObject { ["Last_Name"] = "New", ["Email"] = "typed@x.example" });

        Assert.Equal(typed, Assert.Single(await zoho.Crm.FindLeadsAsync(["typed@x.example"], [], default)).Id);
        Assert.Empty(await zoho.Crm.FindLeadsAsync(["nobody@x.example"], [], default));
        Assert.Equal((2, 1), (server.State.Requests["zoho.coql"], server.State.Requests["zoho.search"]));

        await using var seen = await SimulatorServer.StartAsync(new SimulatorOptions { QueriesShowConverted = false });
        using var other = new HttpZoho(seen);
        seen.State.ConvertLead(seen.State.AddLead(new JsonObject { ["Last_Name"] = "Was", ["Email"] = "was@x.example" }));
        Assert.True(Assert.Single(await other.Crm.FindLeadsAsync(["was@x.example"], [], default)).IsConverted);
    }

    [Fact]
    public async Task Versions_of_fields_change_with_what_Zoho_says_of_them_and_cost_no_call_for_each_lead()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server);
        var first = await zoho.Crm.GetFieldVersionsAsync("5001", ["Industry", "Company", "No_Such"], default);
        await zoho.Crm.GetFieldVersionsAsync("5002", ["Industry"], default);
        Assert.Equal(1, server.State.Requests["zoho.fields"]);

        server.State.Reset();
        await using var changed = await SimulatorServer.StartAsync(new SimulatorOptions
        {
            FieldChanges = { ["Industry"] = new JsonObject { ["length"] = 7 } },
        });
        using var later = new HttpZoho(changed);
        var second = await later.Crm.GetFieldVersionsAsync("Contacts/5001", ["Company"], default);
        var third = await later.Crm.GetFieldVersionsAsync("5001", ["Industry", "Company", "No_Such"], default);

        Assert.NotEqual(first["Industry"], third["Industry"]);
        Assert.Equal((first["Company"], first["No_Such"]), (third["Company"], third["No_Such"]));
        Assert.Single(second);
    }
}
