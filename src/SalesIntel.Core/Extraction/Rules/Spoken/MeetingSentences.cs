using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>The sentences of a meeting, read one after the other.</summary>
internal sealed class MeetingSentences
{
    private const int SampleTurns = 200;
    private const int SampleCharacters = 20_000;

    private readonly BuiltInSpans spans;
    private readonly SentenceCues cues = new(SpokenRules.Grammar);

    /// <param name="meeting">The meeting.</param>
    /// <param name="team">Who belongs to the sellers.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public MeetingSentences(Meeting meeting, TeamOptions team, CancellationToken cancellationToken)
    {
        var sample = string.Join('\n', meeting.Transcript.Take(SampleTurns).Select(turn => TextCleaner.Cut(turn.Text, SampleCharacters)));
        Language = LanguageWords.Of(TokenReader.Read(TextCleaner.Cut(sample, SampleCharacters)), null, out _);
        Turns = [.. TranscriptSentences.Of(meeting, new MeetingSides(meeting, team), cancellationToken)];
        spans = new BuiltInSpans(
            new SpokenNames(meeting, Turns.SelectMany(turn => turn), SpokenRules.NoNames), new SpokenNumbers(Language));
    }

    /// <summary>The language in which people speak.</summary>
    public LanguageWords Language { get; }

    public IReadOnlyList<IReadOnlyList<SpokenSentence>> Turns { get; }

    /// <summary>The concepts of the sentence that was read last.</summary>
    public SentenceMatch Match { get; } = new(SpokenRules.Grammar);

    /// <summary>The cues of the sentence that was read last.</summary>
    public IReadOnlyCollection<SentenceCue> Cues { get; private set; } = [];

    /// <summary>Reads the next sentence.</summary>
    public void Read(SpokenSentence sentence)
    {
        Match.Read(sentence.Words, spans.In(sentence));
        Cues = cues.Of(sentence, Match);
    }
}
