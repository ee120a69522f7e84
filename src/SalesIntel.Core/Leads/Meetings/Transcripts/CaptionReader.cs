using System.Net;

namespace SalesIntel.Leads;

/// <summary>Reads WebVTT and SubRip, also without their headers and counters.</summary>
/// <remarks>See <see href="https://www.w3.org/TR/webvtt1/">WebVTT</see>. SubRip has no specification: a counter, a line of times with a
/// comma before the milliseconds, and text.</remarks>
internal sealed class CaptionReader
{
    private static readonly string[] Asides = ["NOTE", "STYLE", "REGION", "WEBVTT"];

    private readonly TranscriptDraft draft;
    private readonly List<string> body = [];
    private TranscriptTime time;
    private SpeakerName speaker = SpeakerName.None;
    private long counter;
    private bool isBeforeFirst = true;

    private CaptionReader(TranscriptDraft draft) => this.draft = draft;

    /// <summary>True for a text that is captions: it says so, has a line of times, or marks a voice at the beginning of a line.</summary>
    internal static bool Recognizes(string text)
    {
        if (text.AsSpan().TrimStart().StartsWith("WEBVTT", StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            if (CaptionText.BeginsWithVoice(line) || (line.Contains('>') && TranscriptClock.TryReadTiming(line, out _)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds a part for each caption, or for each voice in it.</summary>
    internal static void Read(string text, TranscriptDraft draft)
    {
        var reader = new CaptionReader(draft);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            if (TranscriptClock.TryReadTiming(line, out var time))
            {
                reader.Begin(time);
            }
            else
            {
                reader.body.Add(line.Trim().ToString());
            }
        }

        reader.Close();
    }

    private void Begin(TranscriptTime start)
    {
        var identifier = TakeIdentifier();
        Close();
        (time, speaker, isBeforeFirst) = (start, SpeakerOf(identifier), false);
    }

    // The line above the times: a counter or a name of the caption, which is no part of what was said.
    private string TakeIdentifier()
    {
        var last = body.Count - 1;
        while (last >= 0 && body[last].Length == 0)
        {
            last--;
        }

        if (last < 0)
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
    }

    private static bool IsAside(string line)
    {
        foreach (var word in Asides)
        {
            if (line.StartsWith(word, StringComparison.Ordinal) && (line.Length == word.Length || char.IsWhiteSpace(line[word.Length])))
            {
                return true;
            }
        }

        return false;
    }

    // Some recorders put the speaker into the identifier: 12 "Ann Lee" (2345678).
    private static SpeakerName SpeakerOf(string identifier)
    {
        var from = identifier.IndexOf('"', StringComparison.Ordinal);
        var to = identifier.LastIndexOf('"');
        return to > from + 1 ? SpeakerName.Of(WebUtility.HtmlDecode(identifier[(from + 1)..to])) : SpeakerName.None;
    }
}
