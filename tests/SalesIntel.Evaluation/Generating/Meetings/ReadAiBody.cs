using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesIntel.Evaluation.Generating.Meetings;

/// <summary>A meeting as Read.ai sends it.</summary>
internal static class ReadAiBody
{
    private const double SecondsPerWord = 0.4;

    /// <summary>The body.</summary>
    /// <param name="id">The session's id.</param>
    /// <param name="title">The meeting's title.</param>
    /// <param name="start">When it began.</param>
    /// <param name="people">Who took part; the first of them owns the recording.</param>
    /// <param name="turns">What was said.</param>
    public static byte[] Of(
        string id, string title, DateTimeOffset start, IReadOnlyList<CastMember> people, IReadOnlyList<SpokenTurn> turns)
    {
        var at = start.AddSeconds(7);
        var blocks = new JsonArray();
        foreach (var turn in turns)
        {
            var end = at.AddMilliseconds((1 + (turn.Text.Count(c => c == ' ') * SecondsPerWord)) * 1_000);
            blocks.Add(new JsonObject
            {
                ["start_time"] = Milliseconds(at),
                ["end_time"] = Milliseconds(end),
                ["speaker"] = new JsonObject { ["name"] = turn.Speaker },
                ["words"] = turn.Text,
            });
            at = end.AddMilliseconds(640);
        }

        var body = new JsonObject
        {
            ["session_id"] = id,
            ["trigger"] = "meeting_end",
            ["title"] = title,
            ["start_time"] = Iso(start),
            ["end_time"] = Iso(at.AddSeconds(5)),
            ["participants"] = new JsonArray([.. people.Select(person => (JsonNode)PersonOf(person))]),
            ["owner"] = people.Count == 0 ? null : PersonOf(people[0]),
            ["summary"] = "",
            ["action_items"] = new JsonArray(),
            ["key_questions"] = new JsonArray(),
            ["topics"] = new JsonArray(),
            ["report_url"] = $"https://app.read.ai/analytics/meetings/{id}",
            ["chapter_summaries"] = new JsonArray(),
            ["transcript"] = new JsonObject { ["speaker_blocks"] = blocks },
        };
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            body.WriteTo(writer);
        }

        return bytes.ToArray();
    }

    private static JsonObject PersonOf(CastMember person) => new()
    {
        ["name"] = person.Name,
        ["first_name"] = person.Name.Split(' ')[0],
        ["last_name"] = person.Name.Split(' ')[^1],
        ["email"] = person.Email,
    };

    private static string Milliseconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static string Iso(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
