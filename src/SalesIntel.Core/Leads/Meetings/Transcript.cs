namespace SalesIntel.Leads;

/// <summary>What was said in a meeting, turn by turn.</summary>
public sealed record Transcript
{
    /// <summary>The turns in the order of their times, or as received where there are none. Several turns in a row of one speaker stay
    /// apart, and one of more than 20,000 characters is several.</summary>
    public IReadOnlyList<TranscriptTurn> Turns { get; init; } = [];

    /// <summary>What was not recognised, one sentence each; for people, without anything that the transcript says.</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>Reads a transcript in plain text, WebVTT, SubRip, CSV or JSON; the form is recognised by the content.</summary>
    /// <param name="text">The transcript. Not limited; reading takes time linear in its length. Of more than 100,000 turns the rest is
    /// left out, which is an issue.</param>
    /// <param name="start">The start of the recording, from which the times in the transcript count. Without it only turns with a full
    /// date have a time.</param>
    /// <returns>The transcript. Text of no known form is one turn without a speaker, and an issue.</returns>
    /// <exception cref="ArgumentNullException">The text is null. No other text throws.</exception>
    public static Transcript Parse(string text, DateTimeOffset? start = null) => Parse(text, start, []);

    /// <summary>Reads a transcript of which is known who was there.</summary>
    /// <param name="text">The transcript, see <see cref="Parse(string, DateTimeOffset?)"/>.</param>
    /// <param name="start">The start of the recording.</param>
    /// <param name="knownNames">Names or e-mail addresses of attendees. A line that begins with one of them is more likely to be what that
    /// attendee said; others are recognised too.</param>
    /// <exception cref="ArgumentNullException">The text or the list of names is null.</exception>
    public static Transcript Parse(string text, DateTimeOffset? start, IReadOnlyCollection<string> knownNames)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(knownNames);
        return Of(TranscriptParser.Read(text, new KnownSpeakers(knownNames)), start);
    }

    /// <summary>Reads a transcript that is a part of a JSON document: a text of any form, a list or an object.</summary>
    /// <param name="value">The part.</param>
    /// <param name="start">The start of the recording.</param>
    /// <param name="knownNames">Names or e-mail addresses of attendees.</param>
    /// <param name="people">Lists of people outside of the part, who may be named in it by an id.</param>
    internal static Transcript Read(
        JsonElement value, DateTimeOffset? start, IReadOnlyCollection<string> knownNames, params IReadOnlyList<JsonElement> people) =>
        Of(TranscriptParser.Read(value, new KnownSpeakers(knownNames), people), start);

    private static Transcript Of(TranscriptDraft draft, DateTimeOffset? start)
    {
        var timeline = new TranscriptTimeline(draft.Parts, start);
        var titles = new SpeakerTitles(draft.Parts);
        TranscriptTurn[] turns =
        [
            .. timeline.InOrder().Select(entry =>
                new TranscriptTurn(titles.Of(entry.Part.Speaker), entry.Part.Text, entry.At) { Remark = entry.Part.Speaker.Remark }),
        ];
        return new Transcript { Turns = [.. LongTurns.Split(turns)], Issues = [.. draft.Issues, .. IssuesOf(draft, timeline, turns)] };
    }

    private static IEnumerable<string> IssuesOf(TranscriptDraft draft, TranscriptTimeline timeline, TranscriptTurn[] turns)
    {
        var silent = turns.Count(turn => turn.Speaker.Length == 0);
        if (silent > 0)
        {
            yield return silent < turns.Length ? Text($"For {silent:N0} of {turns.Length:N0} turns no speaker was recognised.")
                : turns.Length == 1 ? "No speakers were recognised in the transcript; it is read as one text."
                : Text($"No speakers were recognised in the transcript; its {turns.Length:N0} parts are read without them.");
        }

        if (turns.Length == 0 && draft.UnreadEntries + draft.OtherValues > 0)
        {
            yield return "Nothing in the transcript was recognised as something that was said.";
        }
        else if (draft.UnreadEntries > 0)
        {
            yield return Text($"Entries of the transcript in which no words were recognised: {draft.UnreadEntries:N0}. They are left out.");
        }

        if (timeline.IsTimeOfDay)
        {
            yield return "The transcript shows times of the day without a date that is certain; its turns are read without times.";
        }

        if (draft.UnreadTimes + timeline.Unread is > 0 and var times)
        {
            yield return Text($"Times of turns that were not recognised: {times:N0}.");
        }

        if (draft.LeftOut > 0)
        {
            yield return Text($"The transcript has more than {TranscriptDraft.MostParts:N0} turns; {draft.LeftOut:N0} {(draft.LeftOut == 1 ? "is" : "are")} left out.");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
