namespace SalesIntel.Leads;

/// <summary>Which columns of a table hold the words, the speaker and the time, by what its first row calls them.</summary>
internal sealed class TableColumns
{
    private const int MostColumns = 50;
    private const int LongestName = 60;

    private static readonly FrozenDictionary<string, string> Spellings = new Dictionary<string, string>
    {
        ["sprecher"] = "speaker",
        ["sprecherin"] = "speaker",
        ["redner"] = "speaker",
        ["intervenant"] = "speaker",
        ["locuteur"] = "speaker",
        ["hablante"] = "speaker",
        ["orador"] = "speaker",
        ["falante"] = "speaker",
        ["parlante"] = "speaker",
        ["relatore"] = "speaker",
        ["spreker"] = "speaker",
        ["inhalt"] = "text",
        ["aussage"] = "text",
        ["texte"] = "text",
        ["texto"] = "text",
        ["testo"] = "text",
        ["tekst"] = "text",
        ["transkript"] = "transcript",
        ["transcripción"] = "transcript",
        ["transcrição"] = "transcript",
        ["trascrizione"] = "transcript",
        ["dialogue"] = "text",
        ["dialog"] = "text",
        ["comment"] = "text",
        ["zeit"] = "time",
        ["startzeit"] = "starttime",
        ["beginn"] = "start",
        ["zeitstempel"] = "timestamp",
        ["heure"] = "time",
        ["tempo"] = "time",
        ["tiempo"] = "time",
        ["ora"] = "time",
        ["tijd"] = "time",
        ["horodatage"] = "timestamp",
        ["marcadetiempo"] = "timestamp",
        ["début"] = "start",
        ["hora"] = "time",
        ["inicio"] = "start",
        ["início"] = "start",
        ["timecode"] = "time",
        ["starttimecode"] = "start",
        ["timestart"] = "start",
        ["timein"] = "start",
        ["in"] = "start",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private TableColumns(int count, int words, int speaker, int time, double unit) =>
        (Count, Words, Speaker, Time, Unit) = (count, words, speaker, time, unit);

    public int Count { get; }

    public int Words { get; }

    /// <summary>-1 when no column names the speaker.</summary>
    public int Speaker { get; }

    /// <summary>-1 when no column tells the time.</summary>
    public int Time { get; }

    /// <summary>Seconds that 1 stands for in a number; 0 when the column's name does not say it.</summary>
    public double Unit { get; }

    /// <summary>Reads a first row; null when it does not say where the words are, and who says them or when.</summary>
    public static TableColumns? Of(IReadOnlyList<string> names)
    {
        if (names.Count is < 2 or > MostColumns || names.Any(name => name.Length > LongestName))
        {
            return null;
        }

        string[] plain = [.. names.Select(Plain)];
        var words = Best(plain, JsonRoles.WordsRank, []);
        var speaker = Best(plain, JsonRoles.SpeakerRank, [words]);
        var time = Best(plain, name => TimeRank(name, out _), [words, speaker]);
        if (words < 0 || (speaker < 0 && time < 0))
        {
            return null;
        }

        var unit = 0.0;
        _ = time >= 0 ? TimeRank(plain[time], out unit) : 0;
        return new TableColumns(names.Count, words, speaker, time, unit);
    }

    private static int Best(string[] names, Func<string, int> rankOf, int[] taken) => names.Index()
        .Where(column => !taken.Contains(column.Index) && rankOf(column.Item) >= 0)
        .OrderBy(column => rankOf(column.Item)).Select(column => column.Index).FirstOrDefault(-1);

    // "Start (hh:mm:ss)" is a start, "Start (ms)" one in milliseconds.
    private static string Plain(string name)
    {
        var open = name.IndexOfAny(['(', '[']);
        var remark = open < 0 ? "" : JsonRoles.Plain(name[open..]);
        var plain = JsonRoles.Plain(open < 0 ? name : name[..open]);
        plain = Spellings.GetValueOrDefault(plain, plain);
        return remark == "s" ? $"{plain}sec" : JsonRoles.TimeRank($"{plain}{remark}", out _) >= 0 ? $"{plain}{remark}" : plain;
    }

    private static int TimeRank(string name, out double unit) => JsonRoles.TimeRank(name, out unit);
}
