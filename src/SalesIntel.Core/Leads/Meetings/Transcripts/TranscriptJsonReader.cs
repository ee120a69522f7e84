namespace SalesIntel.Leads;

/// <summary>Reads transcripts that are JSON: blocks, turns, segments, sentences, utterances and monologues of any recorder, wrapped or not.
/// </summary>
/// <remarks>An object is looked through for what its members are called, not compared with known shapes; an unknown recorder is read when
/// its names are usual. Every value is visited once.</remarks>
internal sealed class TranscriptJsonReader
{
    private const int MostPeople = 1_000;

    private readonly TranscriptDraft draft;
    private readonly Dictionary<string, string> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SpeakerName> names = new(StringComparer.Ordinal);

    private TranscriptJsonReader(TranscriptDraft draft, IReadOnlyList<JsonElement> people)
    {
        this.draft = draft;
        foreach (var list in people)
        {
            JsonSpeaker.AddPeople(list, this.people, MostPeople);
        }
    }

    private int Count => draft.Parts.Count + draft.LeftOut;

    /// <summary>Reads an object or a list.</summary>
    /// <param name="value">The object or list.</param>
    /// <param name="draft">Where the parts go.</param>
    /// <param name="people">Lists of people who may be named by an id.</param>
    internal static void Read(JsonElement value, TranscriptDraft draft, IReadOnlyList<JsonElement> people)
    {
        var reader = new TranscriptJsonReader(draft, people);
        reader.Read(value, new Scope("", default, IsItem: false));
    }

    /// <summary>Reads objects or lists that stand one behind the other.</summary>
    internal static void Read(IReadOnlyList<JsonElement> values, TranscriptDraft draft, IReadOnlyList<JsonElement> people)
    {
        var reader = new TranscriptJsonReader(draft, people);
        foreach (var value in values)
        {
            reader.Read(value, new Scope("", default, IsItem: true));
        }
    }

    private void Read(JsonElement received, Scope scope)
    {
        var value = received.Unpacked();
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                Add(value.GetString()!, scope.Speaker, scope.Time);
                break;
            case JsonValueKind.Array or JsonValueKind.Object when scope.IsItem && JsonSpeaker.Pair(value) is { } said:
                Add(said.Text, said.Speaker, scope.Time);
                break;
            case JsonValueKind.Array when JsonRows.In(value) is { } rows && TableReader.TryRead(rows, draft):
            case JsonValueKind.Object when JsonRows.OfColumns(value) is { } columns && TableReader.TryRead(columns, draft):
                break;
            case JsonValueKind.Array when JsonWords.Recognizes(value):
                ReadWords(value, scope);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Read(item, scope with { IsItem = true });
                }

                break;
            case JsonValueKind.Object:
                JsonWords.AddLabels(value, labels);
                ReadBlock(JsonBlock.Of(value), scope);
                break;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                draft.OtherValues++;
                break;
        }
    }

    private void ReadBlock(JsonBlock block, Scope outer)
    {
        foreach (var list in block.People)
        {
            JsonSpeaker.AddPeople(list, people, MostPeople);
        }

        // The name of a whole transcript, or its author, is not who speaks in it.
        var own = outer.IsItem || block.IsSpeakerOfAll ? block.Speaker : "";
        var scope = new Scope(own.Length > 0 ? own : outer.Speaker, block.Time.IsKnown ? block.Time : outer.Time, outer.IsItem);
        var shared = scope with { Speaker = block.IsSpeakerOfAll ? scope.Speaker : outer.Speaker };
        if (ReadInner(block, value => JsonRoles.WordsRank(value) >= 0 && value != "transcript" && outer.IsItem ? scope : shared))
        {
            return;
        }

        var before = Count;
        if (block.WordList.ValueKind == JsonValueKind.Array
            && (block.Text is null || (scope.Speaker.Length == 0 && JsonWords.NamesSpeakers(block.WordList))))
        {
            ReadWords(block.WordList, scope);
        }

        if (Count == before && block.Text is { } text)
        {
            Add(text, scope.Speaker, scope.Time);
        }

        draft.UnreadTimes += block.HasUnreadTime && Count > before ? 1 : 0;
        draft.UnreadEntries += block.IsRecognized ? 0 : 1;
    }

    // Reads the first of an object's members in which something was said, but rather one that also says by whom.
    private bool ReadInner(JsonBlock block, Func<string, Scope> scopeOf)
    {
        var first = Count;
        var unread = draft.UnreadEntries;
        foreach (var (name, value) in block.Inner)
        {
            var before = Count;
            var unreadBefore = draft.UnreadEntries;
            var inner = JsonRoles.IsReadings(name) && value.ValueKind == JsonValueKind.Array
                ? value.EnumerateArray().FirstOrDefault()
                : value;
            Read(inner, scopeOf(name));
            if (draft.LeftOut > 0)
            {
                return true;
            }

            if (draft.HasSpeakersFrom(before))
            {
                draft.UnreadEntries = unread + draft.UnreadEntries - unreadBefore;
                draft.Remove(first, before - first);
                return true;
            }

            if (before > first)
            {
                draft.Remove(before, Count - before);
            }
        }

        draft.UnreadEntries = Count > first ? unread : draft.UnreadEntries;
        return Count > first;
    }

    private void ReadWords(JsonElement list, Scope scope)
    {
        foreach (var run in JsonWords.Read(list, scope.Speaker, scope.Time, labels))
        {
            Add(run.Text, run.Speaker, run.Time);
        }
    }

    private void Add(string text, string speaker, TranscriptTime time)
    {
        var name = NameOf(speaker.Trim());
        if (name.Name.Length == 0 && !time.IsKnown)
        {
            TranscriptParser.ReadWords(text, draft);
        }
        else
        {
            draft.Add(name, text, time);
        }
    }

    private SpeakerName NameOf(string speaker)
    {
        if (names.TryGetValue(speaker, out var known))
        {
            return known;
        }

        var shown = people.TryGetValue(speaker, out var person) ? person : LastOfPath(speaker);
        var name = SpeakerName.Of(shown.Length > 0 && shown.All(char.IsAsciiDigit) ? $"Speaker {shown}" : shown);
        if (names.Count < MostPeople)
        {
            names.Add(speaker, name);
        }

        return name;
    }

    // "conferenceRecords/1/participants/2" is an id: what stands last tells one of them from the others.
    private static string LastOfPath(string speaker) =>
        speaker.Count(c => c == '/') > 2 && !speaker.Any(char.IsWhiteSpace) ? speaker[(speaker.LastIndexOf('/') + 1)..] : speaker;

    private readonly record struct Scope(string Speaker, TranscriptTime Time, bool IsItem);
}
