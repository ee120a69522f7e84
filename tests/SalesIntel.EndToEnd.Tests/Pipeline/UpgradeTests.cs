using System.Text.Json.Nodes;
using SalesIntel.EndToEnd.Tests.Support;
using SalesIntel.Hosting.Tests.Storage;
using StackExchange.Redis;

namespace SalesIntel.EndToEnd.Tests.Pipeline;

/// <summary>A lead as the version before left it in Redis and in Zoho, when values were mapped by name of the CRM's field and inferred ones
/// said so. Its next event must clear nothing, and must take nothing of ours for a user edit.</summary>
public sealed class UpgradeTests
{
    // What a person has entered.
    private static readonly string[] Kept = ["Last_Name", "City"];

    [Fact]
    public async Task Next_event_of_a_lead_that_the_version_before_wrote_clears_nothing_and_freezes_nothing()
    {
        var stored = JsonNode.Parse(await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "fixtures", "stored", "lead_written_by_field_map.json")))!;
        var crm = stored["crm"]!.AsObject();
        await using var redis = await RedisServer.StartAsync();
        await using var host = await RunningHost.StartAsync(("REDIS_URL", redis.Url));

        // A last write of the version before, of another company's name, got through and its answer did not.
        crm["Company"] = "Harrow and Pine";
        var id = host.Simulator.State.AddLead((JsonObject)crm.DeepClone());
        var hash = stored["hash"]!.AsObject().ToDictionary(entry => entry.Key, entry => (string)entry.Value!);
        hash["crm_id"] = id;
        hash["also_ours"] = hash["also_ours"].Replace("{", """{"Company":["Harrow and Pine"],""", StringComparison.Ordinal);
        hash["written"] = hash["written"].Replace("""Harrow \u0026 Pine Organics","Phone""", """Harrow","Phone""", StringComparison.Ordinal);
        using (var admin = await ConnectionMultiplexer.ConnectAsync(redis.Url["redis://".Length..^2]))
        {
            await admin.GetDatabase().HashSetAsync(
                (string)stored["key"]!, [.. hash.Select(entry => new HashEntry(entry.Key, entry.Value))]);
        }

        // The same booking, given up after the meeting, with another telephone number.
        await host.FinishedAsync(await host.SendAsync("calendly", Canceled(phone: "+1 202 555 0199")));

        var lead = Assert.Single(host.Simulator.State.Leads);
        Assert.Equal(id, lead.Id);
        Assert.All(crm, field => Assert.False(string.IsNullOrEmpty(lead[field.Key]), field.Key));
        Assert.All(Kept, field => Assert.Equal((string?)crm[field], lead[field]));
        Assert.Equal(
            ("Demo Canceled", "+12025550199", "Harrow & Pine Organics", "United States"),
            (lead["Lead_Status"], lead["Phone"], lead["Company"], lead["Country"]));

        // Everything else that was written is what said within the value that it was inferred, and Zoho's picklist now has the industry.
        Assert.Equal(
            ["Company", "Company_Description", "Company_Type", "Country", "Industry", "Lead_Intel", "Lead_Status", "Phone"],
            host.Simulator.State.Writes.Where(write => write.Kind == "lead.update").SelectMany(write => write.Fields)
                .Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Values_that_Zoho_shows_in_another_form_than_the_version_before_wrote_are_no_edits_and_edits_are()
    {
        var stored = JsonNode.Parse(await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "fixtures", "stored", "lead_written_by_field_map.json")))!;
        var crm = stored["crm"]!.AsObject();
        var hash = stored["hash"]!.AsObject().ToDictionary(entry => entry.Key, entry => (string)entry.Value!);
        var written = JsonNode.Parse(hash["written"])!.AsObject();
        var kept = written["Pain_Points"]!.ToString();

        // What that version replaced whatever the CRM held, and so knew no other form of: cut, in the picklist's spelling, with other line ends.
        var description = string.Concat(Enumerable.Repeat("An organic food brand with a design team of its own. ", 60));
        (written["Company_Description"], crm["Company_Description"]) = (description, description[..1_990].TrimEnd() + "…");
        (written["Company_Type"], crm["Company_Type"]) = ("organic packaged-food brand", "Organic Packaged Food Brand");
        (written["Discovery_Questions"], crm["Discovery_Questions"]) = ("One?\nTwo?", "One?\r\nTwo?  ");
        (written["Demo_Objectives"], crm["Demo_Objectives"]) = ("What was known before", "Typed by a rep");
        hash["written"] = written.ToJsonString();
        await using var redis = await RedisServer.StartAsync();
        await using var host = await RunningHost.StartAsync(("REDIS_URL", redis.Url));
        hash["crm_id"] = host.Simulator.State.AddLead((JsonObject)crm.DeepClone());
        using (var admin = await ConnectionMultiplexer.ConnectAsync(redis.Url["redis://".Length..^2]))
        {
            await admin.GetDatabase().HashSetAsync(
                (string)stored["key"]!, [.. hash.Select(entry => new HashEntry(entry.Key, entry.Value))]);
        }

        var id = await host.SendAsync("calendly", Canceled(phone: "+1 202 555 0199"));
        await host.FinishedAsync(id);

        var lead = Assert.Single(host.Simulator.State.Leads);
        Assert.All(crm, field => Assert.False(string.IsNullOrEmpty(lead[field.Key]), field.Key));
        Assert.StartsWith("Food brand with its own packaging design team", lead["Company_Description"]);
        Assert.Equal("Organic packaged food brand", lead["Company_Type"]);
        Assert.StartsWith("What did the June reprint cost?", lead["Discovery_Questions"]);
        Assert.Equal(("Typed by a rep", kept), (lead["Demo_Objectives"], lead["Pain_Points"]));
        var finished = await host.Store.GetAsync(id, CancellationToken.None);
        Assert.Equal(
            ["Last_Name", "Demo_Objectives"],
            JsonNode.Parse(finished!.Ledger["facts"].Detail)!["changed_in_the_crm"]!.AsArray().Select(name => (string)name!)
                .OrderBy(name => name == "Demo_Objectives").ThenBy(name => name, StringComparer.Ordinal));
    }

    private static JsonObject Canceled(string phone)
    {
        var message = RunningHost.Fixture("calendly", "invitee_created_full");
        message["event"] = "invitee.canceled";
        message["created_at"] = "2026-11-20T09:00:00.000000Z";
        var payload = message["payload"]!.AsObject();
        payload["status"] = "canceled";
        payload["updated_at"] = "2026-11-20T09:00:00.000000Z";
        payload["text_reminder_number"] = phone;
        payload["cancellation"] = new JsonObject { ["created_at"] = "2026-11-20T09:00:00.000000Z", ["reason"] = null };
        return message;
    }
}
