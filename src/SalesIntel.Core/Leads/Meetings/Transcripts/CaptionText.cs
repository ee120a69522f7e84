using System.Net;

namespace SalesIntel.Leads;

/// <summary>Reads the text of a caption: voices, and words without the other tags.</summary>
internal static class CaptionText
{
    private const int LongestTag = 300;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Tags =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "i", "b", "u", "c", "v", "ruby", "rt", "lang", "font", "br")
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when the line begins with <c>&lt;v Ann Lee&gt;</c>.</summary>
    internal static bool BeginsWithVoice(ReadOnlySpan<char> line) => line.TrimStart() is ['<', 'v', ' ' or '\t' or '.', ..];

    /// <summary>Adds a part for each voice.</summary>
    /// <param name="text">The text with its tags.</param>
    /// <param name="speaker">Who speaks where no voice is marked.</param>
    /// <param name="time">When it is shown.</param>
    /// <param name="draft">Where the parts go.</param>
    internal static void Read(string text, SpeakerName speaker, TranscriptTime time, TranscriptDraft draft)
    {
        // Some recorders put an object into each caption: who speaks, and what.
        if (JsonText.TryParse(text, out var value) && value.ValueKind == JsonValueKind.Object && JsonBlock.Of(value) is { Text: { } words } block)
        {
            draft.Add(block.Speaker.Length > 0 ? SpeakerName.Of(block.Speaker) : speaker, words, time);
            return;
        }

        var said = new StringBuilder();
        var voice = speaker;
        for (var at = 0; at < text.Length;)
        {
            if (!TryReadTag(text.AsSpan(at), out var tag, out var length))
            {
                said.Append(text[at++]);
                continue;
            }

            at += length;
            if (tag is "/v" or ['v', ' ' or '\t' or '.', ..])
            {
                Close();
                voice = tag is "/v" ? speaker : VoiceOf(tag);
            }
            else if (tag.StartsWith("br", StringComparison.OrdinalIgnoreCase))
            {
                said.Append('\n');
            }
        }

        Close();

        void Close()
        {
            draft.Add(voice, WebUtility.HtmlDecode(said.ToString()), time);
            said.Clear();
        }
    }

    private static SpeakerName VoiceOf(ReadOnlySpan<char> tag)
    {
        var space = tag.IndexOfAny(' ', '\t', '\n');
        return space < 0 ? SpeakerName.None : SpeakerName.Of(WebUtility.HtmlDecode(tag[space..].ToString()));
    }

    // A tag of WebVTT or SubRip, or a position as {\an8}; what only looks like one ("a < b") is text.
    private static bool TryReadTag(ReadOnlySpan<char> text, out ReadOnlySpan<char> tag, out int length)
    {
        tag = default;
        length = 0;
        var near = text[..Math.Min(text.Length, LongestTag)];
        if (near.StartsWith(@"{\", StringComparison.Ordinal))
        {
            length = near.IndexOf('}') + 1;
            return length > 0;
        }

        if (near is not ['<', ..] || near.IndexOf('>') is not (> 1 and var close))
        {
            return false;
        }

        tag = near[1..close];
        length = close + 1;
        var name = tag.TrimStart('/');
        var end = name.IndexOfAny(" \t\n./");
        return Tags.Contains(end < 0 ? name : name[..end])
            || (tag.Contains(':') && TranscriptClock.Read(tag, loose: true, out _) == tag.Length);
    }
}
