using SalesIntel.Evaluation.Generating.Meetings;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Learning;

/// <summary>Speaks the phrases of a part, many to a meeting, and labels the sentences of those who buy.</summary>
internal sealed class LabelledPhrases(Part part, int seed, CueNumbers numbers)
{
    /// <summary>The sentence speaks about it.</summary>
    public const int Sure = 1;

    /// <summary>The sentence does not speak about it.</summary>
    public const int Not = -1;

    /// <summary>Whether it does can be disputed; nothing is learned from it.</summary>
    public const int Disputed = 0;

    /// <summary>Of several sentences at least one speaks about it.</summary>
    public const int OneOfBag = 2;

    // How people begin a sentence, where an author does not say it.
    private const string Surroundings = "train/talk.txt";

    private static readonly int[] NoiseLevels = [0, 0, 1, 1, 2];

    private const int PhrasesOfMeeting = 40;

    private readonly string folder = DataFiles.FolderOf(part);
    private readonly WordLists words = new(part);
    private int bags;

    /// <summary>The sentences; each phrase is spoken so many times, in other words and other company.</summary>
    public IEnumerable<LabelledSentence> Read(int times)
    {
        var random = Seeded.For(seed, "learning", part.ToString());
        var talk = new Talk(DataFiles.Has($"{folder}/talk.txt") ? $"{folder}/talk.txt" : Surroundings, 'S', random);
        for (var time = 0; time < times; time++)
        {
            foreach (var meeting in random.Shuffled(Sales()).Chunk(PhrasesOfMeeting))
            {
                foreach (var sentence in Spoken(meeting, talk, random, isSale: true))
                {
                    yield return sentence;
                }
            }

            foreach (var meeting in Negatives().Chunk(PhrasesOfMeeting))
            {
                foreach (var sentence in Spoken(random.Shuffled(meeting), talk, random, isSale: false))
                {
                    yield return sentence;
                }
            }
        }
    }

    private IEnumerable<(Phrase Phrase, string Element, string Way)> Sales()
    {
        foreach (var element in ElementNames.All)
        {
            foreach (var (way, lines) in DataFiles.Sections($"{folder}/elements/{element}.txt"))
            {
                foreach (var line in lines)
                {
                    yield return (Phrase.Of(line, way == "seller" ? 'S' : 'B'), element, way);
                }
            }
        }

        foreach (var (section, lines) in DataFiles.Has($"{folder}/talk.txt") ? DataFiles.Sections($"{folder}/talk.txt") : [])
        {
            foreach (var line in section is "title" or "lead-in" or "backchannel" ? [] : lines)
            {
                yield return (Phrase.Of(line, 'S'), "", section);
                yield return (Phrase.Of(line, 'B'), "", section);
            }
        }
    }

    private IEnumerable<(Phrase Phrase, string Element, string Way)> Negatives() =>
        (DataFiles.Has($"{folder}/negatives.txt") ? DataFiles.Sections($"{folder}/negatives.txt") : [])
            .SelectMany(section => section.Value.Select(line => (Phrase.Of(line, 'B'), "", section.Key)));

    private IEnumerable<LabelledSentence> Spoken(
        IReadOnlyList<(Phrase Phrase, string Element, string Way)> phrases, Talk talk, Seeded random, bool isSale)
    {
        var slots = new Slots(words, random);
        var cast = new Cast(slots, random, isSale: true);
        var speech = new Speech(cast, slots, new Noise(words, random, random.Pick(NoiseLevels)), talk, random);
        List<TranscriptTurn> turns = [];
        List<int> ofPhrase = [];
        List<List<Key>> keys = [];
        for (var i = 0; i < phrases.Count; i++)
        {
            slots.Begin();
            keys.Add([]);
            foreach (var turn in phrases[i].Phrase.Parts.SelectMany(one => speech.Of(one, keys[i], isSale)))
            {
                turns.Add(new TranscriptTurn(turn.Speaker, turn.Text, null));
                ofPhrase.Add(i);
            }
        }

        var meeting = new Meeting
        {
            SessionId = "learning",
            Attendees = [.. cast.Members.Select(member => new MeetingAttendee(member.Name, member.Email))],
            Transcript = turns,
        };
        var team = new TeamOptions { InternalDomains = [cast.SellerDomain] };
        var bag = bags;
        bags += phrases.Count;
        var sentences = new MeetingSentences(meeting, team, CancellationToken.None);
        foreach (var sentence in sentences.Turns.SelectMany(turn => turn))
        {
            sentences.Read(sentence);
            var at = ofPhrase[sentence.Turn - 1];
            var (phrase, element, way) = phrases[at];
            var labels = sentence.Side == MeetingSide.Seller
                ? new int[LearnedNames.All.Count]
                : Labels(sentence.Text, phrase, element, way, keys[at]);
            yield return new LabelledSentence(
                part.ToString(),
                $"{element}/{way}/{phrase.Parts[0][0].Text}",
                numbers.Of(sentences.Cues),
                CueWeights.ScaleOf(sentences.Cues.Count),
                labels,
                labels.Contains(OneOfBag) ? bag + at + 1 : 0,
                isSale);
        }
    }

    private static int[] Labels(string text, Phrase phrase, string element, string way, List<Key> keys)
    {
        var labels = new int[LearnedNames.All.Count];
        for (var i = 0; i < ElementNames.All.Count; i++)
        {
            var name = ElementNames.All[i];
            Key[] own = [.. keys.Where(key => (key.Element.Length == 0 ? element : ElementNames.Long(key.Element)) == name)];
            labels[i] = own.Any(key => Has(text, key)) ? Sure
                : own.Length > 0 || phrase.Open.Contains(name) ? Disputed
                : name == element && way == "hedged" ? OneOfBag
                : name == element && way is "clear" or "corrected" or "contradictory" ? Disputed
                : Not;
        }

        // How something is said is learned from what states an element.
        var isMarked = keys.Any(key => Has(text, key));
        labels[LearnedNames.Hedged] = way == "hedged" ? OneOfBag : isMarked && way is "clear" or "contradictory" ? Not : Disputed;
        return labels;
    }

    private static bool Has(string text, Key key) => text.Contains(key.Text, StringComparison.OrdinalIgnoreCase);
}
