using System.Text.Json.Nodes;
using SalesIntel.Simulator;

namespace SalesIntel.Zoho.Tests.Simulator;

public sealed class LeadWriteTests
{
    [Fact]
    public async Task Upsert_inserts_once_and_then_updates_whatever_the_case_of_the_address()
    {
        await using var sim = await SimulatorFixture.StartAsync(new SimulatorOptions { ZohoIndexDelay = TimeSpan.FromHours(1) });

        var first = await sim.PostAsync("Leads/upsert", """{"data":[{"Last_Name":"A","Email":"Ada@One.example"}],"duplicate_check_fields":["Email"]}""");
        var second = await sim.PostAsync("Leads/upsert", """{"data":[{"Email":"ada@one.example","City":"Oslo"}],"duplicate_check_fields":["Email"]}""");

        Assert.Equal((200, 200), (first.Status, second.Status));
        Assert.Equal("insert", first.Body!["data"]![0]!["action"]!.ToString());
        Assert.Equal("update", second.Body!["data"]![0]!["action"]!.ToString());
        Assert.Equal("Email", second.Body["data"]![0]!["duplicate_field"]!.ToString());
        var lead = Assert.Single(sim.State.Leads);
        Assert.Equal(("Oslo", "A", 2, 19), (lead["City"], lead["Last_Name"], lead.Revision, lead.Id.Length));
    }

    [Fact]
    public async Task Status_follows_the_mix_of_results()
    {
        await using var sim = await SimulatorFixture.StartAsync();
        const string good = """{"Last_Name":"A","Email":"a@one.example"}""";
        const string bad = """{"Email":"b@one.example"}""";

        Assert.Equal(207, (await sim.PostAsync("Leads/upsert", $$"""{"data":[{{good}},{{bad}}]}""")).Status);
        var (status, body) = await sim.PostAsync("Leads/upsert", $$"""{"data":[{{bad}}]}""");
        Assert.Equal(400, status);
        Assert.Equal("MANDATORY_NOT_FOUND", body!["data"]![0]!["code"]!.ToString());
        Assert.Equal(201, (await sim.PostAsync("Leads", """{"data":[{"Last_Name":"C"}]}""")).Status);
        var duplicate = await sim.PostAsync("Leads", $$"""{"data":[{{good}}]}""");
        Assert.Equal(400, duplicate.Status);
        Assert.Equal("DUPLICATE_DATA", duplicate.Body!["data"]![0]!["code"]!.ToString());
        Assert.Equal(sim.State.Leads[0].Id, duplicate.Body["data"]![0]!["details"]!["duplicate_record"]!["id"]!.ToString());
    }

    [Theory]
    [InlineData("First_Name", "\"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddE\"", "maximum_length")]
    [InlineData("No_of_Employees", "\"51\"", "expected_data_type")]
    [InlineData("No_of_Employees", "5.5", "expected_data_type")]
    [InlineData("No_of_Employees", "1000000000", "maximum_length")]
    [InlineData("City", "5", "expected_data_type")]
    [InlineData("Lead_Status", "\"Demo booked\"", "supported_values")]
    [InlineData("Meddic_Confidence", "\"Lukewarm\"", "supported_values")]
    [InlineData("Demo_Datetime", "\"2026-11-19T16:30:00.000+00:00\"", "expected_data_type")]
    [InlineData("Demo_Datetime", "\"2026-11-19T16:30:00Z\"", "expected_data_type")]
    [InlineData("Demo_Datetime", "\"2026-13-19T16:30:00+00:00\"", "expected_data_type")]
    [InlineData("Email", "\"no address\"", "expected_data_type")]
    [InlineData("Website", "\"=HYPERLINK(1)\"", "expected_data_type")]
    [InlineData("Phone", "\"call me!\"", "expected_data_type")]
    public async Task A_bad_value_is_refused_and_named(string field, string value, string detail)
    {
        await using var sim = await SimulatorFixture.StartAsync();

        var (status, body) = await sim.PostAsync("Leads/upsert", $$"""{"data":[{"Last_Name":"A","{{field}}":{{value}}}]}""");

        Assert.Equal(400, status);
        var result = body!["data"]![0]!;
        Assert.Equal("INVALID_DATA", result["code"]!.ToString());
        Assert.NotNull(result["details"]![detail]);
        Assert.Equal(field, result["details"]!["api_name"]!.ToString());
        Assert.Equal($"$.data[0].{field}", result["details"]!["json_path"]!.ToString());
        Assert.Empty(sim.State.Leads);
    }

    [Theory]
    [InlineData("Demo_Datetime", "2026-11-19T16:30:00+01:00")]
    [InlineData("Calendly_Event_Uri", "https://api.calendly.com/scheduled_events/a86c1f5d")]
    [InlineData("Website", "harrowpine.example")]
    [InlineData("Phone", "+1 202-555-0147")]
    [InlineData("Lead_Status", "Demo No-show")]
    [InlineData("Meddic_Confidence", "Super-hot")]
    public async Task A_good_value_is_stored(string field, string value)
    {
        await using var sim = await SimulatorFixture.StartAsync();

        var (status, _) = await sim.PostAsync("Leads/upsert", $$"""{"data":[{"Last_Name":"A","{{field}}":"{{value}}"}]}""");

        Assert.Equal(200, status);
        Assert.Equal(value, sim.State.Leads[0][field]);
    }

    [Fact]
    public async Task An_unknown_field_is_ignored_and_listed()
    {
        await using var sim = await SimulatorFixture.StartAsync();

        var (status, _) = await sim.PostAsync("Leads/upsert", """{"data":[{"Last_Name":"A","Demo_Date":"x"}]}""");

        Assert.Equal(200, status);
        Assert.Equal(["Leads.Demo_Date"], sim.State.IgnoredFields);
    }

    [Fact]
    public async Task Update_of_unknown_converted_or_changed_lead_is_refused()
    {
        await using var sim = await SimulatorFixture.StartAsync();
        var id = await sim.AddAsync("a@one.example");
        const string change = """{"data":[{"City":"Oslo"}]}""";

        Assert.Equal(400, (await sim.PutAsync("Leads/5550001000000009999", change)).Status);
        var old = await sim.SendAsync(HttpMethod.Put, "Leads/" + id, change, ("If-Unmodified-Since", "2020-01-01T00:00:00+00:00"));
        Assert.Equal(412, old.Status);
        Assert.Equal("ALREADY_MODIFIED", old.Body!["data"]![0]!["code"]!.ToString());
        var fresh = await sim.SendAsync(HttpMethod.Put, "Leads/" + id, change, ("If-Unmodified-Since", "2099-01-01T00:00:00+00:00"));
        Assert.Equal(200, fresh.Status);

        sim.State.ConvertLead(id);
        var converted = await sim.PutAsync("Leads", $$"""{"data":[{"id":"{{id}}","City":"Bergen"}]}""");
        Assert.Equal("CONVERTED_RECORD", converted.Body!["data"]![0]!["code"]!.ToString());
        Assert.Equal("Oslo", sim.State.Leads[0]["City"]);
    }

    [Fact]
    public async Task Fields_metadata_names_lengths_and_picklists()
    {
        await using var sim = await SimulatorFixture.StartAsync();

        var (_, body) = await sim.GetAsync("settings/fields?module=Leads");

        var fields = body!["fields"]!.AsArray().ToDictionary(field => field!["api_name"]!.ToString(), field => (JsonObject)field!);
        Assert.Equal(80, (int)fields["Last_Name"]["length"]!);
        Assert.True((bool)fields["Last_Name"]["system_mandatory"]!);
        Assert.Equal("large", fields["Calendly_Qa"]["textarea"]!["type"]!.ToString());
        Assert.Contains(fields["Lead_Status"]["pick_list_values"]!.AsArray(), value => value!["actual_value"]!.ToString() == "Demo No-show");
        Assert.Equal("datetime", fields["Demo_Datetime"]["data_type"]!.ToString());
        Assert.False((bool)fields["Converted__s"]["operation_type"]!["api_update"]!);
    }

    [Fact]
    public async Task Wrong_urls_and_modules_are_named()
    {
        await using var sim = await SimulatorFixture.StartAsync(new SimulatorOptions { LeadsModule = "Prospects" });

        Assert.Equal("INVALID_MODULE", (await sim.PostAsync("Leads", """{"data":[{"Last_Name":"A"}]}""")).Body!["code"]!.ToString());
        Assert.Equal(201, (await sim.PostAsync("Prospects", """{"data":[{"Last_Name":"A"}]}""")).Status);
        var (status, body) = await sim.GetAsync("Prospects/1/2/3");
        Assert.Equal((404, "INVALID_URL_PATTERN"), (status, body!["code"]!.ToString()));
    }
}
