namespace SalesIntel.Leads;

/// <summary>Collects what the readers of the various forms find in one transcript, and counts what they could not read.</summary>
internal sealed class TranscriptDraft
{
    /// <summary>Upper bound on the parts of a transcript: a meeting of a whole working day has a tenth of them.</summary>
    internal const int MostParts = 100_000;

    private readonly List<string> issues = [];
    private List<TranscriptPart> parts = [];

    internal IReadOnlyList<TranscriptPart> Parts => parts;

    internal IReadOnlyList<string> Issues => issues;

    /// <summary>True when the transcript's form names at least one speaker.</summary>
    internal bool HasSpeakers { get; private set; }

    /// <summary>Parts that were left out because there were too many.</summary>
    internal int LeftOut { get; private set; }

    /// <summary>Entries of a JSON list without anything that could be what was said.</summary>
    internal int UnreadEntries { get; set; }

    /// <summary>Values of a JSON list that are neither texts nor objects, such as counters.</summary>
    internal int OtherValues { get; set; }

    /// <summary>Times that are no times.</summary>
    internal int UnreadTimes { get; set; }

    /// <summary>Adds a part; one without words is none.</summary>
    internal void Add(SpeakerName speaker, string text, TranscriptTime time)
    {
        var block = TextCleaner.Block(text);
        var words = RecorderNotes.CutOff(block);
        words = words.Length == 0 && speaker.Name.Length > 0 ? block : words;
        if (words.Length == 0)
        {
            return;
        }

        if (parts.Count == MostParts)
        {
            LeftOut++;
            return;
        }

        parts.Add(new TranscriptPart(speaker, words, time));
        HasSpeakers |= speaker.Name.Length > 0;
    }

    /// <summary>True when a part from this one on has a speaker.</summary>
    internal bool HasSpeakersFrom(int index) => parts.Skip(index).Any(part => part.Speaker.Name.Length > 0);

    /// <summary>Takes parts back that were found in another, better place too.</summary>
    internal void Remove(int index, int count) => parts.RemoveRange(index, count);

    /// <summary>Adds an issue: a sentence for people that repeats nothing of the transcript.</summary>
    internal void Report(string issue) => issues.Add(issue);

    /// <summary>Takes the parts out, so that others can be put in their place.</summary>
    internal IReadOnlyList<TranscriptPart> TakeParts()
    {
        var taken = parts;
        parts = [];
        HasSpeakers = false;
        return taken;
    }
}
