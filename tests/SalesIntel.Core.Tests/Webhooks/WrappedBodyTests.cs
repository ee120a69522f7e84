using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesIntel.Snapshots;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Webhooks;

/// <summary>What relays do to a body: they wrap it, make a list of it, keep parts of it as text, call members otherwise. It says the same
/// as before.</summary>
public sealed class WrappedBodyTests
{
    // Its revision is made of the body's bytes, which a relay changes.
    private const string WithoutTimes = "invitee_created_small";

    private static readonly IWebhookSource[] Sources =
        [new CalendlySource(new CalendlyOptions()), new ReadAiSource(new ReadAiOptions { MinDuration = TimeSpan.Zero })];

    private static readonly Dictionary<string, Func<JsonNode, JsonNode>> Relays = new(StringComparer.Ordinal)
    {
        ["body"] = body => new JsonObject { ["headers"] = new JsonObject { ["host"] = "relay.example" }, ["query"] = new JsonObject(), ["body"] = body },
        ["data"] = body => new JsonObject { ["data"] = body },
        ["payload"] = body => new JsonObject { ["source"] = "relay", ["payload"] = body },
        ["any name"] = body => new JsonObject { ["incoming_webhook"] = body },
        ["event object"] = body => new JsonObject { ["event"] = body },
        ["two layers"] = body => new JsonObject { ["event"] = new JsonObject { ["body"] = body } },
        ["five layers"] = body => new[] { "a", "b", "c", "d", "e" }.Aggregate(body, (inner, name) => new JsonObject { [name] = inner }),
        ["array of one"] = body => new JsonArray(body),
        ["array in a wrapper"] = body => new JsonObject { ["items"] = new JsonArray(new JsonObject { ["body"] = body }) },
        ["text"] = body => JsonValue.Create(body.ToJsonString()),
        ["text in a wrapper"] = body => new JsonObject { ["body"] = body.ToJsonString() },
        ["text twice"] = body => new JsonObject { ["body"] = JsonSerializer.Serialize(body.ToJsonString()) },
        ["body and raw body"] = body => new JsonObject { ["body"] = body.DeepClone(), ["rawBody"] = body.ToJsonString() },
        ["base64 of a gateway"] = body => new JsonObject { ["isBase64Encoded"] = true, ["body"] = Packed(body) },
        ["base64 of a queue"] = body => new JsonObject { ["message"] = new JsonObject { ["data"] = Packed(body), ["messageId"] = "1" }, ["subscription"] = "s" },
        ["base64 for URLs"] = body => new JsonObject { ["data_base64"] = Packed(body).TrimEnd('=').Replace('+', '-').Replace('/', '_') },
        ["base64 alone"] = body => JsonValue.Create(Packed(body)),
        ["one level with underscores"] = body => Flat(body, "__"),
        ["one level with dots"] = body => Flat(body, "."),
        ["one level with slashes"] = body => Flat(body, "/"),
        ["every part as text"] = body => Parts(body, part => JsonValue.Create(part.ToJsonString())),
        ["every object as array"] = body => Parts(body, part => part is JsonObject ? new JsonArray(part.DeepClone()) : part.DeepClone()),
        ["camel case"] = body => Renamed(
            body,
            name => string.Concat(name.Split('_').Select((word, at) => at == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]))),
        ["title case"] = body => Renamed(body, name => string.Join(' ', name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))),
    };

    public static TheoryData<string> Names => [.. Relays.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Relayed_body_says_the_same(string relay)
    {
        var compared = 0;
        foreach (var source in Sources)
        {
            foreach (var file in Fixtures.Files(source.Name))
            {
                var whole = source.Read(Fixtures.Bytes($"{source.Name}/{file}"));
                if (whole.Kind != WebhookKind.Process || file == WithoutTimes)
                {
                    continue;
                }

                var read = source.Read(Relays[relay](Fixtures.Json($"{source.Name}/{file}")).ToBytes());
                var (expected, actual) = (Text(whole).Split('\n'), Text(read).Split('\n'));
                var at = expected.Zip(actual).TakeWhile(lines => lines.First == lines.Second).Count();
                Assert.True(
                    expected.SequenceEqual(actual),
                    $"{source.Name}/{file}, line {at}: {string.Join('\n', expected.Skip(at).Take(2))}\n{string.Join('\n', actual.Skip(at).Take(2))}");
                compared++;
            }
        }

        Assert.True(compared > 25, $"{compared} bodies compared");
    }

    [Theory]
    [InlineData("calendly", "invitee_created_full", "invitee_created_minimal")]
    [InlineData("readai", "meeting_end_full", "meeting_end_long")]
    public void Two_messages_in_one_body_are_not_read_as_one_of_them(string name, string first, string second)
    {
        var source = Sources.Single(one => one.Name == name);
        var body = new JsonObject { ["first"] = Fixtures.Json($"{name}/{first}"), ["second"] = Fixtures.Json($"{name}/{second}") };

        Assert.Equal(WebhookKind.Unreadable, source.Read(body.ToBytes()).Kind);
        Assert.Equal(
            WebhookKind.Unreadable,
            source.Read(new JsonArray(Fixtures.Json($"{name}/{first}"), Fixtures.Json($"{name}/{second}")).ToBytes()).Kind);
    }

    [Fact]
    public void Search_for_the_message_is_bounded()
    {
        var wide = new JsonObject();
        for (var i = 0; i < 5_000; i++)
        {
            wide[$"w{i}"] = new JsonObject { ["x"] = new JsonObject() };
        }

        wide["body"] = Fixtures.Json("calendly/invitee_created_full");
        var deep = Enumerable.Range(0, 30).Aggregate(Fixtures.Json("calendly/invitee_created_full"), (inner, at) => new JsonObject { [$"d{at}"] = inner });

        Assert.All(Sources, source => Assert.NotEqual(WebhookKind.Process, source.Read(wide.ToBytes()).Kind));
        Assert.All(Sources, source => Assert.NotEqual(WebhookKind.Process, source.Read(deep.ToBytes()).Kind));
    }

    [Theory]
    [InlineData("""{"title":"Intro","description":"Hello."}""")]
    [InlineData("""{"heading":"Intro","summary":"Hello."}""")]
    [InlineData("""{"name":"Intro","text":"Hello."}""")]
    [InlineData("""{"headline":"Intro","gist":"Hello."}""")]
    public void Chapter_is_read_whatever_its_parts_are_called(string chapter)
    {
        var meeting = Meeting($$"""{"session_id":"S","trigger":"meeting_end","chapter_summaries":[{{chapter}}]}""");

        Assert.Equal(("Intro", "Hello."), (Assert.Single(meeting.Chapters).Title, meeting.Chapters[0].Description));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("question")]
    [InlineData("name")]
    [InlineData("title")]
    [InlineData("heading")]
    [InlineData("item")]
    [InlineData("content")]
    public void Item_of_a_list_is_read_whatever_its_text_is_called(string name)
    {
        var list = new JsonArray(new JsonObject { [name] = "one" }, new JsonObject { [name] = "two" }).ToJsonString();
        var meeting = Meeting($$"""{"session_id":"S","trigger":"meeting_end","action_items":{{list}},"key_questions":{{list}},"topics":{{list}}}""");

        Assert.All([meeting.ActionItems, meeting.KeyQuestions, meeting.Topics], texts => Assert.Equal(["one", "two"], texts));
    }

    [Theory]
    [InlineData("false", "ann@lee.example")]
    [InlineData("\"no\"", "ann@lee.example")]
    [InlineData("0", "ann@lee.example")]
    [InlineData("true", "boss@lee.example ann@lee.example")]
    [InlineData("null", "boss@lee.example ann@lee.example")]
    public void Who_was_only_invited_did_not_take_part(string attended, string expected)
    {
        var meeting = Meeting(
            "{\"session_id\":\"S\",\"trigger\":\"meeting_end\",\"participants\":[{\"name\":\"Boss\",\"email\":\"boss@lee.example\",\"attended\":"
            + attended + "},{\"displayName\":\"Ann\",\"emailAddress\":\"ann@lee.example\"}]}");

        Assert.Equal(expected, string.Join(' ', meeting.Attendees.Select(person => person.Email)));
    }

    private static SalesIntel.Leads.Meeting Meeting(string body) =>
        Sources[1].Read(System.Text.Encoding.UTF8.GetBytes(body)).Meeting()!;

    private static string Text(WebhookReading reading) => SnapshotJson.Of(new
    {
        identity = reading.Identity(),
        reading.Facts,
        document = reading.Document?.Key,
        meeting = reading.Meeting(),
    });

    // The members that are objects or lists, two levels down, as a relay flattens them.
    private static JsonNode Parts(JsonNode body, Func<JsonNode, JsonNode> change)
    {
        var copy = (JsonObject)body.DeepClone();
        foreach (var (name, member) in body.AsObject())
        {
            if (member is JsonObject inner)
            {
                var changed = new JsonObject();
                foreach (var (innerName, innerMember) in inner)
                {
                    changed[innerName] = innerMember is JsonObject or JsonArray ? change(innerMember) : innerMember?.DeepClone();
                }

                copy[name] = change(changed);
            }
            else if (member is JsonArray)
            {
                copy[name] = change(member);
            }
        }

        return copy;
    }

    private static JsonNode Renamed(JsonNode node, Func<string, string> rename) => node switch
    {
        JsonObject inner => new JsonObject(inner.Select(member =>
            KeyValuePair.Create(rename(member.Key), member.Value is null ? null : (JsonNode?)Renamed(member.Value, rename)))),
        JsonArray list => new JsonArray([.. list.Select(item => item is null ? null : Renamed(item, rename))]),
        _ => node.DeepClone(),
    };

    private static string Packed(JsonNode body) => Convert.ToBase64String(Encoding.UTF8.GetBytes(body.ToJsonString()));

    private static JsonObject Flat(JsonNode body, string separator)
    {
        var flat = new JsonObject();
        Add("", body.AsObject());
        return flat;

        void Add(string path, JsonObject part)
        {
            foreach (var (name, value) in part)
            {
                if (value is JsonObject { Count: > 0 } inner)
                {
                    Add($"{path}{name}{separator}", inner);
                }
                else
                {
                    flat[path + name] = value?.DeepClone();
                }
            }
        }
    }
}
