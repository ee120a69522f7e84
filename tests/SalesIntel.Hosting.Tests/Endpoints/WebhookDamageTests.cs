using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Hosting.Tests.Endpoints;

/// <summary>Whatever is rightly signed is answered with 200 and kept, also what nobody can use.</summary>
public sealed class WebhookDamageTests
{
    private const string Calendly = "calendly/invitee_created_full.json";
    private const string ReadAi = "readai/meeting_end_full.json";
    private static readonly string Long = new('x', 10_000);

    public static TheoryData<string, byte[]> Unusable
    {
        get
        {
            var bodies = UnusableBodies.All;

            // Readable JSON, of an event whose name is not.
            bodies.Add("half a surrogate", "{\"event\":\"\\ud800\"}"u8.ToArray());
            return bodies;
        }
    }

    public static TheoryData<string, string, string?> Odd => new()
    {
        { Calendly, "payload.email", null },
        { Calendly, "payload.email", "" },
        { Calendly, "payload.email", "nobody" },
        { Calendly, "payload.timezone", "Mars/Olympus_Mons" },
        { Calendly, "payload.timezone", null },
        { Calendly, "payload.name", Long },
        { Calendly, "payload.name", null },
        { Calendly, "payload.name", "\ud83e\udd84\ud83c\udff3\ufe0f\u200d\ud83c\udf08" },
        { Calendly, "payload.name", "a\0b" },
        { Calendly, "payload.uri", null },
        { Calendly, "payload.scheduled_event", null },
        { Calendly, "payload.questions_and_answers", null },
        { Calendly, "payload.scheduled_event.start_time", "soon" },
        { Calendly, "payload", null },
        { ReadAi, "title", Long },
        { ReadAi, "title", "\ud83e\udd84" },
        { ReadAi, "title", "a\0b" },
        { ReadAi, "participants", null },
        { ReadAi, "owner", null },
        { ReadAi, "transcript", null },
        { ReadAi, "summary", null },
        { ReadAi, "start_time", "soon" },
        { ReadAi, "session_id", null },
        { ReadAi, "session_id", Long },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task Body_that_is_no_message_is_answered_and_kept(string what, byte[] body)
    {
        await AssertKeptAsync("calendly", body, what);
        await AssertKeptAsync("readai", body, what);
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task Message_with_an_odd_value_is_answered_and_kept(string fixture, string path, string? value)
    {
        var message = JsonNode.Parse(Bodies.Fixture(fixture))!.AsObject();
        var names = path.Split('.');
        var parent = names[..^1].Aggregate(message, (node, name) => node[name]!.AsObject());
        Assert.True(parent.ContainsKey(names[^1]), path);
        parent[names[^1]] = value;
        await AssertKeptAsync(fixture.Split('/')[0], Encoding.UTF8.GetBytes(message.ToJsonString()), path);
    }

    private static async Task AssertKeptAsync(string source, byte[] body, string what)
    {
        await using var host = await TestHost.StartAsync(
            null, null, ("CALENDLY_SIGNING_KEY", Bodies.CalendlyKey), ("READAI_SIGNING_KEY", Bodies.ReadAiKey));
        using var content = source == "calendly" ? Bodies.Calendly(body, DateTimeOffset.UtcNow) : Bodies.ReadAi(body);
        using var answer = await host.Client.PostAsync($"/webhooks/{source}", content);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{source}, {what}: {(int)answer.StatusCode}");
        List<WebhookEvent> kept = [];
        await foreach (var stored in host.Store.Inner.ListAsync(new EventFilter(), default))
        {
            kept.Add(stored);
        }

        Assert.Equal(body, Assert.Single(kept).Payload.ToArray());
    }
}
