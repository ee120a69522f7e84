namespace SalesIntel.Leads;

/// <summary>The members of one JSON object of a transcript, sorted by what they are for.</summary>
internal sealed class JsonBlock
{
    // What is behind a number or an id has lost against any name.
    private const int BehindNames = 1_000;

    private readonly List<(int Rank, string Name, JsonElement Value)> inner = [];
    private readonly List<JsonElement> people = [];
    private int textRank = int.MaxValue;
    private int speakerRank = int.MaxValue;
    private int timeRank = int.MaxValue;

    private JsonBlock()
    {
    }

    /// <summary>Lists and objects in which what was said can be, the likeliest first; word lists are not among them.</summary>
    internal IEnumerable<(string Name, JsonElement Value)> Inner =>
        inner.OrderBy(member => member.Rank).Select(member => (member.Name, member.Value));

    internal IReadOnlyList<JsonElement> People => people;

    /// <summary>A list of words; undefined without one.</summary>
    internal JsonElement WordList { get; private set; }

    /// <summary>What was said; null without a text.</summary>
    internal string? Text { get; private set; }

    /// <summary>Who said it: a name, an address or an id; empty when unknown.</summary>
    internal string Speaker { get; private set; } = "";

    /// <summary>True when the speaker is that of everything in the object, and not the owner or author of a whole transcript.</summary>
    internal bool IsSpeakerOfAll { get; private set; }

    /// <summary>When it was said.</summary>
    internal TranscriptTime Time { get; private set; }

    /// <summary>True when there is a time, but none that can be read.</summary>
    internal bool HasUnreadTime { get; private set; }

    /// <summary>True when the object has a member for what was said, empty or not, or no members.</summary>
    internal bool IsRecognized { get; private set; }

    internal static JsonBlock Of(JsonElement value)
    {
        var block = new JsonBlock { IsRecognized = value.GetPropertyCount() == 0 };
        foreach (var member in value.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Null)
            {
                block.Add(JsonRoles.Plain(member.Name), member.Value);
            }
            else
            {
                block.IsRecognized |= JsonRoles.WordsRank(JsonRoles.Plain(member.Name)) >= 0;
            }
        }

        block.HasUnreadTime &= !block.Time.IsKnown;
        return block;
    }

    private void Add(string name, JsonElement value)
    {
        var isTime = AddTime(name, value);
        var list = JsonRoles.ListRank(name);
        var words = JsonRoles.WordsRank(name);
        if (list >= 0 || words >= 0)
        {
            IsRecognized = true;
            AddWords(name, value.Unpacked(), list, words);
        }

        if (JsonRoles.IsPeople(name))
        {
            people.Add(value);
        }

        if (!isTime && JsonRoles.SpeakerRank(name) is >= 0 and var speaker)
        {
            AddSpeaker(name, value, speaker);
        }
    }

    private void AddWords(string name, JsonElement value, int list, int words)
    {
        if (value.ValueKind == JsonValueKind.Array && JsonRoles.IsWordList(name))
        {
            WordList = WordList.ValueKind == JsonValueKind.Undefined ? value : WordList;
        }
        else if (value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
        {
            inner.Add((list >= 0 ? list : BehindNames + words, name, value));
        }
        else if (words >= 0 && words <= textRank && value.Text() is { } text && !string.IsNullOrWhiteSpace(text))
        {
            (textRank, Text) = (words, text);
        }
    }

    private void AddSpeaker(string name, JsonElement value, int rank)
    {
        rank += value.ValueKind == JsonValueKind.Number ? BehindNames : 0;
        if (rank <= speakerRank && JsonSpeaker.Read(value).Trim() is { Length: > 0 } speaker)
        {
            (speakerRank, Speaker, IsSpeakerOfAll) = (rank, speaker, JsonRoles.IsSpeakerOfAll(name));
        }
    }

    private bool AddTime(string name, JsonElement value)
    {
        var rank = JsonRoles.TimeRank(name, out var unit);
        if (rank < 0)
        {
            return false;
        }

        var time = JsonTimes.Read(value, unit);
        HasUnreadTime |= !time.IsKnown && value.ValueKind is JsonValueKind.String or JsonValueKind.Number && value.Text().Trim().Length > 0;
        if (time.IsKnown && rank <= timeRank)
        {
            (timeRank, Time) = (rank, time);
        }

        return time.IsKnown;
    }
}
