using SalesIntel.Evaluation.Generating.Meetings;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Honesty;
using SalesIntel.Extraction;
using Wording = SalesIntel.Evaluation.Generating.Text.Wording;

namespace SalesIntel.Evaluation.Learning;

/// <summary>Statements of which is known which element they are about: phrases of the parts to learn from, and true claims with their
/// quotes.</summary>
internal static class ElementStatements
{
    private const int SentencesOfMeeting = 40;
    private static readonly LanguageWords English = LanguageWords.Of(TokenReader.Read("we have this and that for you"), null, out _);

    /// <summary>What is clearly stated in the phrases of a part, of one element alone.</summary>
    public static IEnumerable<(ReadText Quote, ReadText Asked, NameIndex Names, int Element)> OfPhrases(Part part)
    {
        var words = new WordLists(part);
        var random = Seeded.For(1, "statements", part.ToString());
        (string Line, int Element)[] all =
        [
            .. ElementNames.All.Index().SelectMany(element => DataFiles.Sections($"{DataFiles.FolderOf(part)}/elements/{element.Item}.txt")
                .Where(section => section.Key == "clear").SelectMany(section => section.Value)
                .Where(line => Phrase.Of(line, 'B') is { Also.Count: 0, Open.Count: 0 }).Select(line => (line, element.Index))),
        ];
        foreach (var chunk in random.Shuffled(all).Chunk(SentencesOfMeeting))
        {
            var slots = new Slots(words, random);
            var cast = new Cast(slots, random, isSale: true);
            List<(string Quote, string Asked, int Element)> said = [];
            foreach (var (line, element) in chunk)
            {
                slots.Begin();
                var turns = Phrase.Of(line, 'B').Parts[0];
                var asked = turns.FirstOrDefault(turn => turn.Speaker == 'S')?.Text ?? "";
                List<Key> keys = [];
                var text = string.Join(' ', turns.Where(turn => turn.Speaker != 'S').Select(turn => string.Concat(
                    Marked.Pieces(Wording.Of(turn.Text, slots, random), keys).Select(piece => piece.Text))));
                said.Add((text, Wording.Of(asked, slots, random), element));
            }

            var quotes = said.ConvertAll(one => new ReadText(one.Quote, English));
            var names = new NameIndex(quotes, cast.Members.Select(member => member.Name), []);
            for (var i = 0; i < said.Count; i++)
            {
                yield return (quotes[i], new ReadText(said[i].Asked, English), names, said[i].Element);
            }
        }
    }

    /// <summary>The true claims of a set.</summary>
    public static IEnumerable<(ReadText Quote, ReadText Asked, ReadText Claim, NameIndex Names, HonestClaim Of)> OfClaims(string set)
    {
        var claims = new HonestClaims(set);
        foreach (var language in claims.All().Where(claim => claim.Element != HonestClaims.NextSteps).GroupBy(claim => claim.Language))
        {
            var around = LanguageWords.Of(TokenReader.Read(string.Join(' ', claims.Padding(language.Key))), null, out _);
            foreach (var claim in language)
            {
                var quote = new ReadText(claim.Quote, around);
                var before = claim.QuotedTurn > 0 && claim.Turns[claim.QuotedTurn - 1] is { Speaker: 'S', Text: var text } && text.EndsWith('?') ? text : "";
                var names = new NameIndex([quote], claims.People(language.Key), []);
                yield return (quote, new ReadText(before, around), new ReadText(claim.Claim, around), names, claim);
            }
        }
    }
}
