using System.Text.Json.Nodes;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>Times at both ends of what a time can be go the whole way like any other.</summary>
public sealed class EndsOfTimeTests
{
    public static TheoryData<string, string> Times
    {
        get
        {
            var times = new TheoryData<string, string>();
            string[] ends = ["9999-12-31T23:59:59.999Z", "9999-12-31T00:00:00Z", "9999-12-28T12:00:00Z", "0001-01-01T00:00:00Z", "0001-01-03T00:00:00Z"];
            string[] zones = ["Pacific/Kiritimati", "Etc/GMT+12", "Europe/Stockholm", ""];
            foreach (var at in ends)
            {
                foreach (var zone in zones)
                {
                    times.Add(at, zone);
                }
            }

            return times;
        }
    }

    [Theory]
    [MemberData(nameof(Times))]
    public async Task Booking_is_processed(string at, string zone)
    {
        var root = JsonNode.Parse(Bodies.Created("A", "ada@quill.example", 0, 48))!;
        var payload = root["payload"]!;
        payload["timezone"] = zone;
        payload["scheduled_event"]!["start_time"] = at;
        payload["scheduled_event"]!["end_time"] = at;

        await AssertProcessedAsync(root);
    }

    [Theory]
    [MemberData(nameof(Times))]
    public async Task Booking_made_then_is_processed(string at, string zone)
    {
        var root = JsonNode.Parse(Bodies.Created("A", "ada@quill.example", 0, 48))!;
        var payload = root["payload"]!;
        (payload["timezone"], payload["created_at"], payload["updated_at"], root["created_at"]) = (zone, at, at, at);

        await AssertProcessedAsync(root);
    }

    [Theory]
    [MemberData(nameof(Times))]
    public async Task Meeting_is_processed(string at, string zone)
    {
        var root = JsonNode.Parse(Bodies.Meeting("M", "ada@quill.example", 0))!;
        root["start_time"] = at;
        root["end_time"] = zone.Length > 0 ? at : null;
        root["duration_minutes"] = 100;
        root["transcript"] = zone.StartsWith('E')
            ? JsonValue.Create("[00:01:15] Ada Quill: We count days.\n[23:59:59] Ada Quill: All of them.")
            : new JsonObject
            {
                ["speaker_blocks"] = new JsonArray(new JsonObject
                {
                    ["start_time"] = 86_400, ["end_time"] = 1e8, ["speaker"] = new JsonObject { ["name"] = "Ada Quill" }, ["words"] = "We count days.",
                }),
            };

        await AssertProcessedAsync(root);
    }

    private static async Task AssertProcessedAsync(JsonNode body)
    {
        var pipeline = new Pipeline();
        var id = (await pipeline.PostAsync(body.ToJsonString())).EventId;
        await pipeline.DrainAsync();

        var stored = (await pipeline.Store.GetAsync(id, CancellationToken.None))!;
        Assert.Equal((EventStatus.Processed, ""), (stored.Status, stored.LastError));
        Assert.Single(pipeline.Crm.Leads);
        Assert.Single(pipeline.Crm.Notes);
    }
}
