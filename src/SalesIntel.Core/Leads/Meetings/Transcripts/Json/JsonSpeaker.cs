namespace SalesIntel.Leads;

/// <summary>Reads who a JSON value names.</summary>
internal static class JsonSpeaker
{
    private const int MostLayers = 3;

    private static readonly string[] Names =
    [
        "name", "display_name", "displayName", "full_name", "fullName", "user_name", "userName", "username", "speaker_name", "speakerName",
        "label",
    ];

    private static readonly string[] Around = ["user", "participant", "person", "speaker"];

    private static readonly string[] Identifiers =
    [
        "id", "speaker_id", "speakerId", "speaker_index", "speakerIndex", "user_id", "userId", "participant_id", "participantId", "tag", "index", "number", "speaker",
        "label",
    ];

    /// <summary>The name, the address or the id in a value; empty when there is none.</summary>
    internal static string Read(JsonElement received, int layer = 0)
    {
        var value = received.Unpacked();
        return value.ValueKind switch
        {
            JsonValueKind.String or JsonValueKind.Number => value.Text(),
            JsonValueKind.Array when layer < MostLayers && value.GetArrayLength() > 0 => Read(value[0], layer + 1),
            JsonValueKind.Object when layer < MostLayers => NameIn(value) is { Length: > 0 } name ? name
                : First(value, Around, layer + 1) is { Length: > 0 } inner ? inner
                : First(value, ["email", "mail", .. Identifiers], MostLayers),
            _ => "",
        };
    }

    /// <summary>An item that is nothing but a name and what was said, <c>{"Ann Lee": "Hello"}</c> or <c>["Ann Lee", "Hello"]</c>; null for
    /// any other.</summary>
    internal static (string Speaker, string Text)? Pair(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.Array when item.GetArrayLength() == 2 => Pair(item[0].Text(), item[1]),
        JsonValueKind.Object when item.GetPropertyCount() == 1 && item.EnumerateObject().First() is var only => Pair(only.Name, only.Value),
        _ => null,
    };

    private static (string Speaker, string Text)? Pair(string name, JsonElement said) =>
        said.ValueKind == JsonValueKind.String && !JsonRoles.IsRole(JsonRoles.Plain(name)) && !NameShape.IsHeading(name)
        && (NameShape.Of(name) == NameLikeness.Strict || SpeakerWords.IsNumberedSpeaker(name))
            ? (name, said.GetString()!)
            : null;

    /// <summary>Adds the people of a list (or of an object by their ids) under each of their ids.</summary>
    internal static void AddPeople(JsonElement received, IDictionary<string, string> people, int most)
    {
        var value = received.Unpacked();
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var person in value.EnumerateArray())
            {
                var name = person.ValueKind == JsonValueKind.Object ? NameIn(person) : "";
                foreach (var key in name.Length > 0 ? Identifiers : [])
                {
                    Add(person.Get(key).Text(), name);
                }
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var person in value.EnumerateObject())
            {
                Add(person.Name, person.Value.ValueKind == JsonValueKind.Object ? NameIn(person.Value) : person.Value.Text());
            }
        }

        void Add(string id, string name)
        {
            if (id.Trim().Length > 0 && name.Trim().Length > 0 && people.Count < most)
            {
                people.TryAdd(id.Trim(), name);
            }
        }
    }

    private static string NameIn(JsonElement value)
    {
        var name = First(value, Names, MostLayers);
        return name.Length > 0
            ? name
            : $"{First(value, ["first_name", "firstName"], MostLayers)} {First(value, ["last_name", "lastName"], MostLayers)}".Trim();
    }

    private static string First(JsonElement value, ReadOnlySpan<string> names, int layer)
    {
        foreach (var name in names)
        {
            if (Read(value.Get(name), layer).Trim() is { Length: > 0 } text)
            {
                return text;
            }
        }

        return "";
    }
}
