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

    /// <summary>Tells the columns of a table without a row of names by what stands in them; null when that is not clear.</summary>
    /// <param name="rows">The rows, each with the same number of cells.</param>
    /// <param name="isQuoted">True where the words were set off by quotes: a sentence with a comma in it has none.</param>
    public static TableColumns? Guess(IReadOnlyList<List<string>> rows, bool isQuoted)
    {
        var count = rows[0].Count;
        string[][] columns = [.. Enumerable.Range(0, count).Select(column => rows.Select(row => row[column]).ToArray())];
        var times = Enumerable.Range(0, count).Where(column => columns[column].All(cell => JsonTimes.Read(cell, unit: 0).IsKnown)).ToList();

        // Rows that are counted have a number before their time.
        times.RemoveAll(column => times.Count > 1 && IsCount(columns[column]));
        var words = Enumerable.Range(0, count).Except(times).LastOrDefault(count - 1);
        var speaker = Enumerable.Range(0, words).Except(times)
            .FirstOrDefault(column => AreSpeakers(columns[column], needsReturn: times.Count == 0), -1);
        var areWords = !times.Contains(words) && columns[words].Any(cell => cell.Contains(' ', StringComparison.Ordinal));
        return areWords && speaker >= 0 && (times.Count > 0 || isQuoted)
            ? new TableColumns(count, words, speaker, times.Count > 0 ? times[0] : -1, unit: 0)
            : null;
    }

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
        var time = Best(plain, name => JsonRoles.TimeRank(name, out _), [words, speaker]);
        if (words < 0 || (speaker < 0 && time < 0))
        {
            return null;
        }

        var unit = 0.0;
        _ = time >= 0 ? JsonRoles.TimeRank(plain[time], out unit) : 0;
        return new TableColumns(names.Count, words, speaker, time, unit);
    }

    // Somebody who speaks comes back.
    private static bool AreSpeakers(string[] cells, bool needsReturn)
    {
        var counts = cells.CountBy(cell => cell, StringComparer.OrdinalIgnoreCase).ToList();
        return counts.TrueForAll(name => SpeakerWords.IsNumberedSpeaker(name.Key)
                || (NameShape.Of(name.Key) == NameLikeness.Strict && !NameShape.IsHeading(name.Key)))
            && (!needsReturn || (counts.Count > 1 && counts.Where(name => name.Value > 1).Sum(name => name.Value) * 4 >= cells.Length * 3));
    }

    // From 0 or 1 on.
    private static bool IsCount(string[] cells) => cells.Index().All(cell =>
        int.TryParse(cell.Item, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number - cell.Index is 0 or 1);

    private static int Best(string[] names, Func<string, int> rankOf, int[] taken) => names.Index()
        .Where(column => !taken.Contains(column.Index) && rankOf(column.Item) >= 0)
        .OrderBy(column => rankOf(column.Item)).Select(column => column.Index).FirstOrDefault(-1);

    /// <summary>What a column or a field is called, in the form and the language of <see cref="JsonRoles"/>: <c>Start (hh:mm:ss)</c> is a
    /// start, <c>Start (ms)</c> one in milliseconds.</summary>
    internal static string Plain(string name)
    {
        var open = name.IndexOfAny(['(', '[']);
        var remark = open < 0 ? "" : JsonRoles.Plain(name[open..]);
        var plain = JsonRoles.Plain(open < 0 ? name : name[..open]);
        plain = Spellings.GetValueOrDefault(plain, plain);
        return remark == "s" ? $"{plain}sec" : JsonRoles.TimeRank($"{plain}{remark}", out _) >= 0 ? $"{plain}{remark}" : plain;
    }
}
