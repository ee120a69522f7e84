using System.Globalization;
using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Generating.Text;

namespace SalesIntel.Evaluation.Generating.Meetings;

/// <summary>Generates talk that sells nothing: small talk, stand-ups, support calls, interviews, lectures and more.</summary>
internal sealed class NegativeGenerator
{
    private static readonly int[] Words = [800, 1_200, 1_600, 2_400, 3_200, 4_500, 6_000];
    private static readonly DateTimeOffset FirstDay = new(2026, 9, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly Part part;
    private readonly int seed;
    private readonly WordLists words;
    private readonly Talk talk;
    private readonly Talk scenes;

    /// <summary>Reads the vocabulary of a part.</summary>
    public NegativeGenerator(Part part, int seed)
    {
        (this.part, this.seed) = (part, seed);
        var random = Seeded.For(seed, "negatives", part.ToString());
        words = new WordLists(part);
        talk = new Talk($"{DataFiles.FolderOf(part)}/talk.txt", 'S', random);
        scenes = new Talk($"{DataFiles.FolderOf(part)}/negatives.txt", 'X', random);
    }

    /// <summary>So many conversations, the same for the same seed.</summary>
    public IEnumerable<EvaluationCase> Generate(int count) => Enumerable.Range(0, count).Select(Conversation);

    private EvaluationCase Conversation(int index)
    {
        string[] kinds = [.. scenes.Sections.Where(section => section != "any")];
        var kind = kinds[index % kinds.Length];
        var id = string.Create(CultureInfo.InvariantCulture, $"{DataFiles.FolderOf(part)}-{kind}-{index:000}");
        var random = Seeded.For(seed, id);
        var slots = new Slots(words, random);
        var cast = new Cast(slots, random, isSale: false);
        var speech = new Speech(cast, slots, new Noise(words, random, random.Pick([0, 1, 1, 2])), talk, random);
        var length = random.Pick(Words);
        List<SpokenTurn> turns = [];
        for (var spoken = 0; spoken < length;)
        {
            slots.Begin();
            var scene = scenes.Next(random.Chance(12) ? "any" : kind);
            var said = speech.Of(scene.Parts[0], [], isSale: false).ToArray();
            turns.AddRange(said);
            spoken += said.Sum(turn => turn.Text.Count(c => c == ' ') + 1);
        }

        return new EvaluationCase
        {
            Id = id,
            Class = CaseClass.Negative,
            Source = "readai",
            Body = ReadAiBody.Of(id, kind.Replace('-', ' '), FirstDay.AddDays(index % 80), cast.Members, turns),
            SellerDomains = [cast.SellerDomain],
            Truth = ElementNames.All.ToDictionary(element => element, _ => new Expected { How = kind }),
        };
    }
}
