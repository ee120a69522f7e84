using System.Globalization;
using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Generating.Text;

namespace SalesIntel.Evaluation.Generating.Meetings;

/// <summary>Generates sales calls of 10 to 90 minutes in which it is known what is said, and calls in which nothing is.</summary>
internal sealed class MeetingGenerator
{
    private const int WordsPerMinute = 130;
    private const int OneInjectedOf = 10;
    private const int OneEmptyOf = 7;

    // Of a product in which people approve, sign and decide, a few sentences say so in each call.
    private const int AboutTheProduct = 3;

    private static readonly int[] Minutes = [10, 12, 15, 18, 20, 20, 25, 25, 30, 30, 30, 35, 40, 45, 50, 60, 75, 90];
    private static readonly DateTimeOffset FirstDay = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly Part part;
    private readonly int seed;
    private readonly WordLists words;
    private readonly Talk talk;
    private readonly Dictionary<string, ElementPhrases> elements;
    private readonly Deck<Phrase> injections;

    /// <summary>Reads the vocabulary of a part.</summary>
    public MeetingGenerator(Part part, int seed)
    {
        (this.part, this.seed) = (part, seed);
        var random = Seeded.For(seed, "meetings", part.ToString());
        words = new WordLists(part);
        talk = new Talk($"{DataFiles.FolderOf(part)}/talk.txt", 'S', random);
        elements = ElementNames.All.ToDictionary(element => element, element => new ElementPhrases(part, element, random));
        injections = new Deck<Phrase>(
            [
                .. DataFiles.Sections($"{DataFiles.FolderOf(part)}/injections.txt").SelectMany(section => section.Value)
                    .Select(line => Phrase.Of(line, 'X')),
            ],
            random);
    }

    /// <summary>So many calls, the same for the same seed.</summary>
    public IEnumerable<EvaluationCase> Generate(int count) => Enumerable.Range(0, count).Select(Call);

    private EvaluationCase Call(int index)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{DataFiles.FolderOf(part)}-call-{index:000}");
        var random = Seeded.For(seed, id);
        var slots = new Slots(words, random);
        var cast = new Cast(slots, random, isSale: true);
        var speech = new Speech(cast, slots, new Noise(words, random, random.Pick([0, 0, 1, 1, 2])), talk, random);
        var isEmpty = index % OneEmptyOf == OneEmptyOf - 1;
        var plan = new CallPlan(random, isEmpty);
        var placed = Statements(plan, speech, slots, random);
        if (index % OneInjectedOf == 3)
        {
            placed.Add((random.Below(1_000), [.. speech.Of(injections.Next().Parts[0], [], isSale: false)]));
        }

        for (var i = 0; i < AboutTheProduct; i++)
        {
            slots.Begin();
            placed.Add((60 + random.Below(900), [.. speech.Of(talk.Next("product-talk").Parts[0], [], isSale: true)]));
        }

        var turns = Filled(placed, speech, slots, random.Pick(Minutes) * WordsPerMinute);
        var start = FirstDay.AddDays(index % 80).AddMinutes(30 * random.Below(16));
        var title = Wording.Of(talk.Next("title").Parts[0][0].Text, slots, random);
        return new EvaluationCase
        {
            Id = id,
            Class = isEmpty ? CaseClass.Nothing : CaseClass.Sales,
            Source = "readai",
            Body = ReadAiBody.Of(id, title, start, cast.Members, turns),
            SellerDomains = [cast.SellerDomain],
            Truth = plan.Truth,
        };
    }

    // Each statement with its place in thousandths of the call. What is said of the same stands before it.
    private List<(int Place, IReadOnlyList<SpokenTurn> Turns)> Statements(CallPlan plan, Speech speech, Slots slots, Seeded random)
    {
        List<(int, IReadOnlyList<SpokenTurn>)> placed = [];
        foreach (var (element, way) in plan.Spoken)
        {
            var phrase = elements[element].Next(way, plan.Fits);
            if (phrase is null)
            {
                continue;
            }

            slots.Begin();
            List<Key> keys = [];
            var third = elements[element].NextThird(phrase);
            foreach (var (part, place) in phrase.Parts.Zip(Places(phrase.Parts.Count, (third * 333) + random.Below(290) + 20, random)))
            {
                placed.Add((place, [.. speech.Of(part, keys, isSale: true)]));
            }

            plan.Note(element, phrase, keys, third + 1);
        }

        foreach (var element in ElementNames.All.Where(_ => random.Chance(35)))
        {
            if (elements[element].Next("near", near => near.Also.Count == 0 && near.Open.Count == 0) is { } near)
            {
                slots.Begin();
                placed.Add((20 + random.Below(960), [.. speech.Of(near.Parts[0], [], isSale: true)]));
            }
        }

        return placed;
    }

    // The last part stands in the third that was drawn: were it the first, what is corrected, which is harder to read, would stand in late
    // thirds more often than in early ones.
    private static int[] Places(int parts, int last, Seeded random)
    {
        var places = new int[parts];
        for (var i = parts - 1; i >= 0; i--)
        {
            places[i] = i == parts - 1 ? last : Math.Max(20, places[i + 1] - 20 - random.Below(400));
        }

        return places;
    }

    private List<SpokenTurn> Filled(
        List<(int Place, IReadOnlyList<SpokenTurn> Turns)> placed, Speech speech, Slots slots, int length)
    {
        var waiting = new Queue<(int Place, IReadOnlyList<SpokenTurn> Turns)>(placed.OrderBy(one => one.Place));
        List<SpokenTurn> turns = [];
        var spoken = 0;
        Say("opening");
        Say("opening");
        while (spoken < length)
        {
            if (waiting.TryPeek(out var next) && next.Place <= spoken * 1_000L / length)
            {
                Take(waiting.Dequeue().Turns);
            }

            Say(spoken < length / 12 ? "small-talk" : "middle");
        }

        while (waiting.TryDequeue(out var late))
        {
            Take(late.Turns);
        }

        Say("closing");
        Say("closing");
        return turns;

        void Say(string section)
        {
            slots.Begin();
            Take([.. speech.Of(talk.Next(section).Parts[0], [], isSale: true)]);
        }

        void Take(IReadOnlyList<SpokenTurn> said)
        {
            turns.AddRange(said);
            spoken += said.Sum(turn => turn.Text.Count(c => c == ' ') + 1);
        }
    }
}
