namespace SalesIntel.Leads;

/// <summary>Reads a transcript whose lines say what they hold: <c>SPEAKER: S1</c> above the words, or <c>Speaker: Ann Lee</c>,
/// <c>Time: 0:10</c> and <c>Text: …</c> for each turn, as forms and YAML have it.</summary>
/// <param name="isRecord">True where the words have a label too: then a speaker may be called by others than <c>speaker</c>.</param>
internal sealed class LabelledReader(bool isRecord)
{
    private const int FewestTurns = 2;
    private const int LongestLabel = 30;
    private const int LongestName = 80;

    private const string Marks = " \t-*•";
    private const string SentenceEnds = ".?!…。！？";

    private readonly SpeakerLineReader lines = new();
    private readonly SpeakerNameReader names = new();
    private readonly List<(SpeakerName Speaker, StringBuilder Words, TranscriptTime Time)> turns = [];
    private int followed;
    private int said;

    /// <summary>Adds a part for each turn; false when the text is not of this form.</summary>
    internal static bool TryRead(string text, TranscriptDraft draft) =>
        new LabelledReader(isRecord: false).TryReadAll(text, draft) || new LabelledReader(isRecord: true).TryReadAll(text, draft);

    private bool TryReadAll(string text, TranscriptDraft draft)
    {
        var all = new TextLines(text);
        var isNew = false;
        while (all.MoveNext())
        {
            if (!all.IsBlank)
            {
                isNew = Read(all.Line, isNew);
            }
        }

        // Most names have words below them; a label that is one speaker of several has them beside it.
        if (turns.Count < FewestTurns || followed * 4 < turns.Count * 3 || (isRecord && said * 4 < turns.Count * 3))
        {
            return false;
        }

        foreach (var (speaker, words, time) in turns)
        {
            draft.Add(speaker, words.ToString(), time);
        }

        return true;
    }

    // True when the line names a speaker or a time whose words are still to come.
    private bool Read(ReadOnlySpan<char> line, bool isNew)
    {
        if (TryTake(line, out var label, out var value))
        {
            var plain = TableColumns.Plain(label);
            if ((isRecord ? JsonRoles.SpeakerRank(plain) >= 0 : plain.StartsWith("speaker", StringComparison.Ordinal))
                && TryName(value, out var speaker, out var beside))
            {
                turns.Add((speaker, new StringBuilder(), beside));
                return true;
            }

            if (isNew && JsonRoles.TimeRank(plain, out var unit) >= 0 && JsonTimes.Read(value, unit) is { IsKnown: true } time)
            {
                turns[^1] = turns[^1] with { Time = time };
                return true;
            }

            if (isRecord && isNew && JsonRoles.WordsRank(plain) >= 0)
            {
                Say(value, isFirst: true);
                said++;
                return false;
            }
        }

        // Who is named in the line itself is a speaker, and the label is another one.
        Say(line, isNew && !(lines.TryRead(line, mayBeName: false, out var named) && named.HasColon));
        return false;
    }

    private void Say(ReadOnlySpan<char> words, bool isFirst)
    {
        followed += isFirst ? 1 : 0;
        if (turns.Count > 0)
        {
            turns[^1].Words.Append(words).Append('\n');
        }
    }

    private static bool TryTake(ReadOnlySpan<char> line, out string label, out string value)
    {
        (label, value) = ("", "");
        var text = line.TrimStart(Marks);
        var colon = text[..Math.Min(text.Length, LongestLabel)].IndexOfAny(':', '：');
        if (colon <= 0)
        {
            return false;
        }

        label = text[..colon].Trim(" *\"").ToString();
        value = text[(colon + 1)..].Trim(" \t*").Trim('"').ToString();
        return value.Length > 0 && !label.Any(char.IsDigit);
    }

    private bool TryName(string value, out SpeakerName speaker, out TranscriptTime time)
    {
        (speaker, time) = (SpeakerName.None, default);
        if (value.Length > LongestName || SentenceEnds.Contains(value[^1]))
        {
            return false;
        }

        if (value.All(char.IsAsciiDigit))
        {
            speaker = SpeakerName.Of($"Speaker {value}");
            return true;
        }

        return names.TryRead(value, out speaker, out time, out _)
            && (NameShape.Of(speaker.Name) == NameLikeness.Strict || SpeakerWords.IsNumberedSpeaker(speaker.Name))
            && !NameShape.IsHeading(speaker.Name);
    }
}
