using System.Text.Json.Nodes;
using SalesIntel.Crm;
using SalesIntel.Simulator;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.OverHttp;

/// <summary>The package and the simulator were written apart from each other: what they agree on is what the reference says.</summary>
public class OverHttpTests
{
    private const string Email = "dana.quill@northwind-labs.example";
    private const string Marker = "SalesIntel 1a2b3c4d5e6f";

    [Fact]
    public async Task A_lead_with_note_and_task_is_written_found_and_written_again()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server);

        var created = await zoho.WriteAsync(Email);
        var updated = await zoho.WriteAsync(Email, created.LeadId, "Northwind Studios");
        var note = await zoho.Crm.CreateNoteAsync(created.LeadId, new("Booked", $"Text\n{Marker}", Marker), default);
        var task = await zoho.Crm.CreateTaskAsync(created.LeadId, new("Call", new DateOnly(2026, 11, 24), $"Text\n{Marker}", Marker), default);

        Assert.Equal((true, false), (created.Created, updated.Created));
        Assert.Equal("Northwind Studios", Assert.Single(server.State.Leads)["Company"]);
        Assert.Equal(note, await zoho.Crm.FindNoteAsync(created.LeadId, Marker, default));
        Assert.Equal(task, await zoho.Crm.FindTaskAsync(created.LeadId, Marker, default));
        Assert.Null(await zoho.Crm.FindNoteAsync(created.LeadId, Marker + "0", default));
        Assert.True(await zoho.Crm.UpdateNoteAsync(note, new("Booked", $"New\n{Marker}", Marker), default));
        Assert.StartsWith("New", Assert.Single(server.State.Notes).Content);
        Assert.Equal(created.LeadId, Assert.Single(server.State.Tasks).ParentId);
        Assert.False(await zoho.Crm.UpdateNoteAsync("9999999999999999999", new("x", "y", Marker), default));
        Assert.Equal(1, server.State.TokenRequests);
    }

    [Fact]
    public async Task A_lead_is_found_exactly_and_known_as_converted()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server);
        server.State.AddLead(new JsonObject { ["Last_Name"] = "X", ["Email"] = "x" + Email });
        var id = server.State.AddLead(new JsonObject { ["Last_Name"] = "Quill", ["Email"] = Email.ToUpperInvariant(), ["Company"] = "N" });

        var found = Assert.Single(await zoho.Crm.FindLeadsAsync([Email, "nobody@northwind-labs.example"], ["Company"], default));
        Assert.Equal((id, Email, false), (found.Id, found.Email, found.IsConverted));
        Assert.Equal("""{"Company":"N"}""", found.Fields.ToJsonString());

        var contact = $"Contacts/{server.State.ConvertLead(id)}";
        Assert.True(Assert.Single(await zoho.Crm.FindLeadsAsync([Email], [], default)).IsConverted);
        Assert.Equal(contact, (await zoho.Crm.GetLeadAsync(id, [], default))!.ContinuesAs);
        var receipt = await zoho.WriteAsync(Email, id);
        Assert.Equal((contact, true), (receipt.LeadId, receipt.Exists));
    }

    [Fact]
    public async Task An_id_that_no_longer_exists_is_gone()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server);

        Assert.True((await zoho.WriteAsync(Email, "9999999999999999999")).Gone);
    }

    [Fact]
    public async Task Values_in_another_form_are_brought_into_it_and_the_rest_is_written()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server);

        var receipt = await zoho.WriteAsync(Email, new JsonObject
        {
            ["Last_Name"] = new string('q', 100),
            ["Lead_Status"] = "demo booked",
            ["Industry"] = "Space",
            ["No_of_Employees"] = "42",
            ["Demo_Datetime"] = "2026-11-24T09:00:00.5Z",
            ["Phone"] = "+61 (0)2 9876-5432 ☎",
            ["Demo_Time_Zone"] = "typo",
        });

        Assert.Equal(["Demo_Time_Zone", "Industry", "Last_Name"], receipt.Issues.Select(i => i.Split(':')[0]).Order());
        var lead = Assert.Single(server.State.Leads);
        Assert.Equal(("Demo Booked", "42", "2026-11-24T09:00:00+00:00"), (lead["Lead_Status"], lead["No_of_Employees"], lead["Demo_Datetime"]));
        Assert.Empty(server.State.IgnoredFields);
        Assert.Single(server.State.Writes);
    }

    [Fact]
    public async Task Refused_values_are_helped_where_the_fields_can_not_be_read()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server);
        server.Faults.Add(new SimulatorFault { Target = FaultTarget.Zoho, Match = "fields", Action = FaultAction.Unavailable });

        var receipt = await zoho.WriteAsync(
            Email, new JsonObject { ["Last_Name"] = new string('q', 100), ["No_of_Employees"] = "42", ["City"] = "Perth" });

        Assert.True(receipt.Created);
        Assert.Equal(2, receipt.Issues.Count);
        var lead = Assert.Single(server.State.Leads);
        Assert.Equal((80, "42", "Perth"), (lead["Last_Name"]!.Length, lead["No_of_Employees"], lead["City"]));
    }

    [Fact]
    public async Task Tokens_that_are_revoked_are_replaced_once_by_all_processes()
    {
        await using var server = await SimulatorServer.StartAsync();
        var shared = new InMemorySharedState(TimeProvider.System);
        using var one = new HttpZoho(server, shared);
        using var two = new HttpZoho(server, shared);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? one : two).WriteAsync($"{i}@northwind-labs.example")));
        Assert.Equal(1, server.State.TokensIssued);

        server.RevokeTokens();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? one : two).WriteAsync($"{i}@northwind-labs.example")));

        Assert.Equal(2, server.State.TokensIssued);
        Assert.Equal(20, server.State.Leads.Count);
    }

    [Fact]
    public async Task Token_that_another_process_put_in_the_place_of_a_revoked_one_may_be_revoked_as_well()
    {
        await using var server = await SimulatorServer.StartAsync();
        var shared = new InMemorySharedState(TimeProvider.System);
        using var one = new HttpZoho(server, shared);
        using var two = new HttpZoho(server, shared);
        await one.WriteAsync("1@northwind-labs.example");
        await two.WriteAsync("2@northwind-labs.example");
        server.RevokeTokens();
        await one.WriteAsync("3@northwind-labs.example");
        server.RevokeTokens();

        await two.WriteAsync("4@northwind-labs.example");

        Assert.Equal((3, 4), (server.State.TokensIssued, server.State.Leads.Count));
    }

    [Fact]
    public async Task A_write_whose_answer_is_lost_is_open_and_can_be_repeated()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server);
        server.Faults.Add(new SimulatorFault { Target = FaultTarget.Zoho, Match = "upsert", Action = FaultAction.DropAfterCommit, Times = 1 });
        server.Faults.Add(new SimulatorFault { Target = FaultTarget.Zoho, Match = "notes", Action = FaultAction.DropAfterCommit, Times = 1 });

        var lost = await ZohoHarness.FailsAsync(() => zoho.WriteAsync(Email));
        var again = await zoho.WriteAsync(Email);
        var note = await ZohoHarness.FailsAsync(() => zoho.Crm.CreateNoteAsync(again.LeadId, new("T", Marker, Marker), default));

        Assert.Equal(("connection", true, true), (lost.Code, lost.IsTransient, lost.OutcomeUnknown));
        Assert.False(again.Created);
        Assert.Single(server.State.Leads);
        Assert.True(note.OutcomeUnknown);
        Assert.Equal(Assert.Single(server.State.Notes).Id, await zoho.Crm.FindNoteAsync(again.LeadId, Marker, default));
    }

    [Theory]
    [InlineData(FaultAction.DailyQuota, 429, true)]
    [InlineData(FaultAction.Unavailable, 503, false)]
    public async Task Overload_is_transient_and_an_outage(FaultAction action, int status, bool hours)
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server);
        server.Faults.Add(new SimulatorFault { Target = FaultTarget.Zoho, Match = "upsert", Action = action, Times = 1 });

        var failure = await ZohoHarness.FailsAsync(() => zoho.WriteAsync(Email));

        Assert.Equal((status, true, true), (failure.Status, failure.IsTransient, failure.IsOutage));
        Assert.Equal(hours, failure.RetryAfter >= TimeSpan.FromMinutes(30));
    }

    [Fact]
    public async Task A_server_that_never_answers_is_a_time_out()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server, configure: o => o.Timeout = TimeSpan.FromSeconds(1));
        await zoho.WriteAsync("first@northwind-labs.example");
        server.Faults.Add(new SimulatorFault { Target = FaultTarget.Zoho, Match = "upsert", Action = FaultAction.Hang, Times = 1 });

        var failure = await ZohoHarness.FailsAsync(() => zoho.WriteAsync(Email));

        Assert.Equal(("timeout", true, true), (failure.Code, failure.IsTransient, failure.OutcomeUnknown));
    }

    [Fact]
    public async Task A_server_that_is_not_there_was_not_written_to()
    {
        var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server);
        await zoho.WriteAsync(Email);
        await server.DisposeAsync();

        var failure = await ZohoHarness.FailsAsync(() => zoho.WriteAsync(Email));

        Assert.Equal(("connection", true, true, false), (failure.Code, failure.IsTransient, failure.IsOutage, failure.OutcomeUnknown));
    }

    [Fact]
    public async Task A_wrong_refresh_token_is_a_permanent_outage()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server, configure: o => o.RefreshToken = "wrong");

        var failure = await ZohoHarness.FailsAsync(() => zoho.WriteAsync(Email));
        await ZohoHarness.FailsAsync(() => zoho.WriteAsync(Email));

        Assert.Equal(("invalid_code", false, true), (failure.Code, failure.IsTransient, failure.IsOutage));
        Assert.Equal(1, server.State.TokenRequests);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task Row_2_17_secrets_do_not_follow_a_redirect_of_the_accounts_host(int status)
    {
        await using var server = await SimulatorServer.StartAsync();
        await using var other = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server);
        server.Faults.Add(new SimulatorFault
        {
            Target = FaultTarget.OAuth,
            Action = FaultAction.Body,
            Status = status,
            Body = "",
            Location = new Uri(other.BaseUrl, "oauth/v2/token").AbsoluteUri,
            Times = 1,
        });

        var failure = await ZohoHarness.FailsAsync(() => zoho.WriteAsync(Email));

        Assert.Equal(("no_token", true, true), (failure.Code, failure.IsTransient, failure.IsOutage));
        Assert.Empty(other.State.Requests);
        Assert.Equal(0, other.State.TokenRequests);
    }

    [Fact]
    public async Task Limit_of_calls_holds_over_real_connections()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server, configure: o => o.MaxConcurrency = 4);

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => zoho.WriteAsync($"{i}@northwind-labs.example")));

        Assert.Equal(60, server.State.Leads.Count);
        // The server may still count a call that is over for the client, one for each place.
        Assert.InRange(server.State.ZohoMaxInFlight, 1, 8);
    }
}
