using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>A transcript as evidence is looked for in it: each turn read once, with names, sides and neighbours.</summary>
internal sealed class SpokenTurns
{
    private const int Neighbours = 2;
    private const int MaxCharacters = 3_000;
    private const int MaxSpeakers = 200;
    private const int GoesOn = 2;

    private readonly Meeting meeting;
    private readonly TeamOptions team;
    private readonly MeetingSides sides;
    private readonly LanguageWords language;
    private readonly Dictionary<int, ReadText> read = [];
    private readonly Dictionary<int, ReadText> said = [];
    private readonly Dictionary<int, int> ends = [];
    private readonly Lazy<NameIndex> names;
    private readonly bool hasSellers;

    public SpokenTurns(Meeting meeting, TeamOptions team)
    {
        this.meeting = meeting;
        this.team = team;
        sides = new MeetingSides(meeting, team);
        var sample = string.Join('\n', (meeting.Transcript.Count > 0 ? meeting.Transcript.Take(100).Select(turn => turn.Text) : meeting.ActionItems)
            .Select(text => TextCleaner.Cut(text, 300)));
        language = LanguageWords.Of(TokenReader.Read(sample), null, out _);
        var speakers = meeting.Transcript.Select(turn => turn.Speaker).Distinct(StringComparer.Ordinal).Take(MaxSpeakers).ToArray();
        hasSellers = speakers.Any(speaker => sides.OfSpeaker(speaker) == MeetingSide.Seller);
        People = [.. meeting.Attendees.Select(attendee => attendee.Name).Concat(speakers).Append(meeting.Owner?.Name ?? "").Where(name =>
            name.Length > 0)];
        names = new(() => new NameIndex(
            Enumerable.Range(0, meeting.Transcript.Count).Select(Read),
            People,
            [.. meeting.Attendees.Select(attendee => MailDomains.Label(MailDomains.Of(attendee.Email ?? ""))), meeting.Title]));
    }

    /// <summary>The names of attendees and speakers.</summary>
    public IReadOnlyList<string> People { get; }

    public NameIndex Names => names.Value;

    /// <summary>The language of the meeting.</summary>
    public LanguageWords Language => language;

    /// <summary>The day of the meeting where its host is, else in Greenwich; null when unknown.</summary>
    public DateOnly? Day => meeting.Start is { } start ? DateOnly.FromDateTime(TimeText.In(HostZone.Of(meeting, team), start).DateTime) : null;

    public int Count => meeting.Transcript.Count;

    /// <summary>The side of a speaker, where somebody unknown is the buyer's when our people are known and he is none of them.</summary>
    public MeetingSide SideOf(string speaker) => sides.OfSpeaker(speaker) switch
    {
        MeetingSide.Unknown when hasSellers && speaker.Length > 0 => MeetingSide.Buyer,
        var side => side,
    };

    /// <summary>A turn, of a very long one the beginning.</summary>
    /// <param name="index">Its index, from 0.</param>
    public ReadText Read(int index) => read.TryGetValue(index, out var text)
        ? text
        : read[index] = new ReadText(TextCleaner.Cut(meeting.Transcript[index].Text, MaxCharacters), language);

    /// <summary>What a turn says to people: without words for software and what follows them.</summary>
    /// <param name="index">Its index, from 0.</param>
    public ReadText Said(int index)
    {
        if (!said.TryGetValue(index, out var text))
        {
            var end = EndOfSaid(index);
            said.Add(index, text = end == meeting.Transcript[index].Text.Length
                ? Read(index)
                : new ReadText(TextCleaner.Cut(meeting.Transcript[index].Text[..end].TrimEnd(), MaxCharacters), language));
        }

        return text;
    }

    /// <summary>True when a quote is meant for software, or follows such words of the same speaker.</summary>
    public bool IsForSoftware(QuotePlace place) => EndOfSaid(place.Turn - 1) < place.End;

    /// <summary>The passage of a quote: its sentences, and the turns around it.</summary>
    public Passage PassageOf(QuotePlace place)
    {
        var index = place.Turn - 1;
        var end = EndOfSaid(index);
        var quoted = Own(place);
        var own = end == meeting.Transcript[index].Text.Length ? quoted.Turn
            : new ReadText(meeting.Transcript[index].Text[Math.Max(0, end - MaxCharacters)..end], language);
        var around = Around(index).ToArray();
        return new Passage(quoted.Quote, [own, .. around.Select(Said)], Names)
        {
            Speaker = [.. TokenReader.Words(place.Speaker)],
            OtherSpeakers = [.. around.SelectMany(other => TokenReader.Words(meeting.Transcript[other].Speaker))],
            Day = Day,
        };
    }

    /// <summary>The words of a turn's speaker's name.</summary>
    public IReadOnlyList<string> SpeakerOf(int index) => [.. TokenReader.Words(meeting.Transcript[index].Speaker)];

    /// <summary>What the other side asked in the turn before; empty when it asked nothing.</summary>
    public string QuestionBefore(int turn)
    {
        var index = turn - 2;
        if (index < 0 || meeting.Transcript[index].Speaker == meeting.Transcript[turn - 1].Speaker)
        {
            return "";
        }

        var said = meeting.Transcript[index].Text[..EndOfSaid(index)];
        return Sentences.Split(TextCleaner.Line(said)).LastOrDefault(sentence => sentence.EndsWith('?')) ?? "";
    }

    /// <summary>The whole sentences of a quote, and the turn's text around it.</summary>
    public QuotedSentences Own(QuotePlace place)
    {
        var text = meeting.Transcript[place.Turn - 1].Text;
        var cut = Math.Max(0, place.Start - MaxCharacters);
        var own = text.Length <= MaxCharacters
            ? Read(place.Turn - 1)
            : new ReadText(text[cut..Math.Min(text.Length, place.End + MaxCharacters)], language);
        return new QuotedSentences(
            own,
            own.Tokens.First(token => token.End > place.Start - cut).Sentence,
            own.Tokens.Last(token => token.Start < place.End - cut).Sentence);
    }

    // Who dictates goes on in his next turn, and "write that down" is said of the one before: a turn is read together with those of the
    // same speaker beside it.
    private int EndOfSaid(int index)
    {
        if (!ends.TryGetValue(index, out var end))
        {
            var first = index;
            while (first > 0 && index - first < GoesOn && meeting.Transcript[first - 1].Speaker == meeting.Transcript[index].Speaker)
            {
                first--;
            }

            var last = index + 1 < Count && meeting.Transcript[index + 1].Speaker == meeting.Transcript[index].Speaker ? index + 1 : index;
            var text = string.Join('\n', Enumerable.Range(first, last - first + 1).Select(turn => meeting.Transcript[turn].Text));
            var before = Enumerable.Range(first, index - first).Sum(turn => meeting.Transcript[turn].Text.Length + 1);
            end = Math.Clamp(WordsForSoftware.StartIn(text, TokenReader.Read(text)) - before, 0, meeting.Transcript[index].Text.Length);
            ends.Add(index, end);
        }

        return end;
    }

    private IEnumerable<int> Around(int index) =>
        Enumerable.Range(index - Neighbours, (2 * Neighbours) + 1).Where(other => other != index && other >= 0 && other < Count);
}
