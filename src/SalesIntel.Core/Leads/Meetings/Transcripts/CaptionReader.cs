using System.Net;

namespace SalesIntel.Leads;

/// <summary>Reads WebVTT and SubRip, also without their headers and counters.</summary>
/// <remarks>See <see href="https://www.w3.org/TR/webvtt1/">WebVTT</see>. SubRip has no specification: a counter, a line of times with a
/// comma before the milliseconds, and text.</remarks>
internal sealed class CaptionReader
{
    private static readonly string[] Asides = ["NOTE", "STYLE", "REGION", "WEBVTT"];

    private readonly TranscriptDraft draft;
    private readonly SpeakerLineReader lines = new();
    private readonly List<string> body = [];
    private readonly bool hasVoices;
    private TranscriptTime time;
    private SpeakerName speaker = SpeakerName.None;
    private long counter;
    private int behindTimes;
    private bool isBeforeFirst = true;

    private CaptionReader(TranscriptDraft draft, bool hasVoices) => (this.draft, this.hasVoices) = (draft, hasVoices);

    /// <summary>True for a text that is captions: it says so, has lines of times alone or with settings, or marks a voice where words
    /// begin.</summary>
    /// <remarks>A line of times with words behind is one that a plain transcript has too. Times alone can be what somebody said: they are
    /// those of captions where no turn stands before them, or fewer turns than times stand apart from them.</remarks>
    internal static bool Recognizes(string text)
    {
        if (text.AsSpan().TrimStart().StartsWith("WEBVTT", StringComparison.Ordinal))
        {
            return true;
        }

        var times = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            if (!CaptionTiming.MayTime(line))
            {
                continue;
            }

            var isTimed = CaptionTiming.TryRead(line, out _, out var words, out var hasSettings);
            if (CaptionText.BeginsWithVoice(isTimed ? words : line))
            {
                return true;
            }

            times += isTimed && (words.IsEmpty || hasSettings) ? 1 : 0;
        }

        return times > 0 && (CountTurns(text, untilTimes: true) == 0 || CountTurns(text, untilTimes: false) < times);
    }

    /// <summary>Adds a part for each caption, or for each voice in it.</summary>
    internal static void Read(string text, TranscriptDraft draft)
    {
        var reader = new CaptionReader(draft, text.Contains("<v", StringComparison.Ordinal));
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            if (CaptionTiming.TryRead(line, out var time, out var words))
            {
                reader.Begin(time);
                reader.TakeBehindTimes(words);
            }
            else
            {
                reader.body.Add(line.Trim().ToString());
            }
        }

        reader.Close();
    }

    // Lines that name a speaker and stand under no times.
    private static int CountTurns(string text, bool untilTimes)
    {
        var reader = new SpeakerLineReader();
        var count = 0;
        var isUnderTimes = false;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            var isTimed = CaptionTiming.MayTime(line) && CaptionTiming.TryRead(line, out _, out _);
            if (isTimed && untilTimes)
            {
                break;
            }

            count += !isTimed && !isUnderTimes && reader.TryRead(line, mayBeName: false, out var turn) && turn.HasColon && IsName(turn.Name)
                ? 1
                : 0;
            isUnderTimes = isTimed || (isUnderTimes && line.IsWhiteSpace());
        }

        return count;
    }

    // A line of nothing but a time names nobody.
    private static bool IsName(SpeakerName name) => name.Name is { Length: > 0 } text
        && (SpeakerWords.IsNumberedSpeaker(text) || (NameShape.Of(text) == NameLikeness.Strict && !NameShape.IsHeading(text)));

    private void Begin(TranscriptTime start)
    {
        var identifier = TakeIdentifier();
        Close();
        (time, speaker, isBeforeFirst) = (start, SpeakerOf(identifier), false);
    }

    // "00:05 --> 00:14 Ann Lee: Hello." and "00:05 --> 00:14 Ann Lee" above the words. Where voices are marked nobody else looks for names.
    private void TakeBehindTimes(ReadOnlySpan<char> words)
    {
        behindTimes = words.IsEmpty ? 0 : 1;
        if (words.IsEmpty)
        {
            return;
        }

        var line = default(SpeakerLine);
        var isTurn = !CaptionText.BeginsWithVoice(words) && lines.TryRead(words, mayBeName: true, out line) && IsName(line.Name)
            && (line.HasColon || (line.Form == SpeakerForm.NameLine && line.Name.Name.Contains(' ', StringComparison.Ordinal)));
        speaker = isTurn && hasVoices ? line.Name : speaker;
        body.Add(!isTurn ? words.ToString()
            : hasVoices ? words[line.WordsAt..].ToString()
            : line.HasColon ? words.ToString()
            : $"{words}:");
    }

    // The line above the times: a counter or a name of the caption, which is no part of what was said.
    private string TakeIdentifier()
    {
        var last = body.Count - 1;
        while (last >= 0 && body[last].Length == 0)
        {
            last--;
        }

        if (last < behindTimes)
        {
            return "";
        }

        var line = body[last];
        var isAdjacent = last == body.Count - 1;
        var isNumber = line.Length <= 9 && line.All(char.IsAsciiDigit);
        var isAlone = last == 0
            ? isBeforeFirst
            : body[last - 1].Length == 0 && (isBeforeFirst || body.Take(last).Any(text => text.Length > 0));
        var number = isNumber ? long.Parse(line, System.Globalization.CultureInfo.InvariantCulture) : 0;
        if (!(isNumber ? isAdjacent || number == counter + 1 : isAdjacent && isAlone && !IsAside(line)))
        {
            return "";
        }

        counter = isNumber ? number : counter;
        body.RemoveRange(last, body.Count - last);
        return line;
    }

    private void Close()
    {
        var words = new List<string>(body.Count);
        for (var i = 0; i < body.Count; i++)
        {
            // Comments, styles and regions are blocks: they last until the next blank line.
            if ((i == 0 ? isBeforeFirst : body[i - 1].Length == 0) && IsAside(body[i]))
            {
                while (i < body.Count && body[i].Length > 0)
                {
                    i++;
                }
            }
            else
            {
                words.Add(body[i]);
            }
        }

        CaptionText.Read(string.Join('\n', words), speaker, time, draft);
        body.Clear();
        behindTimes = 0;
    }

    private static bool IsAside(string line) => Array.Exists(
        Asides, word => line.StartsWith(word, StringComparison.Ordinal) && (line.Length == word.Length || char.IsWhiteSpace(line[word.Length])));

    // Some recorders put the speaker into the identifier: 12 "Ann Lee" (2345678).
    private static SpeakerName SpeakerOf(string identifier)
    {
        var from = identifier.IndexOf('"', StringComparison.Ordinal);
        var to = identifier.LastIndexOf('"');
        return to > from + 1 ? SpeakerName.Of(WebUtility.HtmlDecode(identifier[(from + 1)..to])) : SpeakerName.None;
    }
}
