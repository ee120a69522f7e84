using SalesIntel.Evaluation.Generating.Meetings;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Honesty;
using SalesIntel.Extraction;
using SalesIntel.Text;
using Wording = SalesIntel.Evaluation.Generating.Text.Wording;

namespace SalesIntel.Evaluation.Learning;

/// <summary>The statements to learn from what a claim is about: phrases of the parts to learn from, in English; true claims; and
/// statements with what they are and are not about (<c>placed-learn-*</c>).</summary>
internal static class LearnedStatements
{
    private const int LinesOfMeeting = 40;
    private const double OfPhrase = 0.5;

    // Of an element that others call wrong less often nothing is learned.
    private const double LeastSure = 0.6;
    private const string Placed = "placed-learn-";
    private const string PaperProcess = "paper_process";
    private const string Process = "decision_process";

    private static readonly string[] Claims = ["honest-dev", "placed-dev"];

    // The share of long lines about the one that call the other wrong.
    private static readonly Lazy<Dictionary<(string Right, string Other), double>> Wrong = new(() =>
    {
        var said = Files().SelectMany(Lines).Where(parts => parts.Length == 4)
            .Select(parts => (Right: Elements(parts[0]).ToHashSet(), Wrong: Elements(parts[3]).ToHashSet())).ToArray();
        return ElementNames.All.SelectMany(right => ElementNames.All.Except([right]).Select(other => (right, other))).ToDictionary(
            pair => pair, pair => said.Where(one => one.Right.Contains(pair.right) && !one.Right.Contains(pair.other))
                .Average(one => one.Wrong.Contains(pair.other) ? 1.0 : 0));
    });

    /// <summary>All of them.</summary>
    public static IEnumerable<LabelledStatement> All() =>
    [
        .. Claims.SelectMany(OfClaims),
        .. Files().SelectMany(OfFile),
        .. LearningRun.Authors.SelectMany(OfPhrases),
    ];

    /// <summary>The elements of whose statements more are about an element, or could be, than are not.</summary>
    public static IEnumerable<string> SaidWith(string element) =>
        ElementNames.All.Where(other => other != element && Wrong.Value[(other, element)] < 0.5);

    private static IEnumerable<LabelledStatement> OfClaims(string set)
    {
        var claims = new HonestClaims(set);
        return claims.All().Where(claim => claim.Element != HonestClaims.NextSteps).Select(claim => Of(
            set, [claim.Element == PaperProcess ? Process : claim.Element], Sure(ClaimLiar.NotAbout(claim)), LanguageOf(claim.Language),
            claim.Turns, claim.QuotedTurn, claim.Quote, claim.Claim, claims.People(claim.Language)));
    }

    // "elements | turns | claim | elements under which it is wrong", or "elements | turns"; the last turn of a buyer is quoted.
    private static IEnumerable<LabelledStatement> OfFile(string file)
    {
        var language = LanguageOf(Path.GetFileNameWithoutExtension(file));
        foreach (var parts in Lines(file))
        {
            var turns = Phrase.Of(parts[1], 'B').Parts.SelectMany(part => part).Select(turn => (turn.Speaker, turn.Text)).ToArray();
            var quoted = Array.FindLastIndex(turns, turn => turn.Speaker != 'S');
            string[] right = [.. Elements(parts[0])];
            var isShort = parts.Length == 2;
            yield return Of(
                Path.GetDirectoryName(file)!, right, isShort ? WronglyUnder(right) : Sure(Elements(parts[3])), language, turns, quoted,
                turns[quoted].Text, isShort ? null : parts[2], []);
        }
    }

    private static IEnumerable<string[]> Lines(string file)
    {
        foreach (var line in DataFiles.Sections(file).SelectMany(section => section.Value))
        {
            var parts = line.Split(" | ");
            yield return parts.Length is 2 or 4 ? parts
                : throw new InvalidDataException(
                    $"A statement is 'elements | turns | claim | wrong elements' or 'elements | turns': {line}");
        }
    }

    private static IEnumerable<string> Elements(string names) =>
        names.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(ElementNames.Long);

    // Who does not say what a statement is not about means what the others say of statements about the same.
    private static IEnumerable<(string Element, double Sureness)> WronglyUnder(string[] right) => right.Length == 0
        ? Sure(ElementNames.All)
        : ElementNames.All.Except(right).Select(other => (Element: other, Sureness: right.Min(one => Wrong.Value[(one, other)])))
            .Where(one => one.Sureness >= LeastSure);

    private static IEnumerable<string> Files() => DataFiles.All.Where(file => file.StartsWith(Placed, StringComparison.Ordinal));

    private static IEnumerable<(string Element, double Sureness)> Sure(IEnumerable<string> elements) =>
        elements.Select(element => (element, 1.0));

    private static LabelledStatement Of(
        string author,
        IEnumerable<string> right,
        IEnumerable<(string, double)> wrong,
        LanguageWords language,
        IReadOnlyList<(char Speaker, string Text)> turns,
        int quoted,
        string quote,
        string? claim,
        IEnumerable<string> people)
    {
        var asked = quoted > 0 && turns[quoted - 1].Speaker != turns[quoted].Speaker
            ? Sentences.Split(turns[quoted - 1].Text).LastOrDefault(sentence => sentence.EndsWith('?')) ?? "" : "";
        var names = new NameIndex(turns.Select(turn => new ReadText(turn.Text, language)), people, []);
        return LabelledStatement.Of(author, 1, right, wrong, new ReadText(quote, language), asked, claim, names);
    }

    // An author of phrases says of each what it may be about besides; it is about nothing else.
    private static IEnumerable<LabelledStatement> OfPhrases(Part part)
    {
        var (folder, random) = (DataFiles.FolderOf(part), Seeded.For(1, "statements", part.ToString()));
        (string Line, string Element)[] all =
        [
            .. ElementNames.All.SelectMany(element => DataFiles.Sections($"{folder}/elements/{element}.txt")
                .Where(section => section.Key is "clear" or "hedged").SelectMany(section => section.Value).Select(line => (line, element))),
            .. (DataFiles.Has($"{folder}/talk.txt") ? DataFiles.Sections($"{folder}/talk.txt") : [])
                .Where(section => section.Key is not ("title" or "lead-in" or "backchannel"))
                .SelectMany(section => section.Value).Select(line => (line, "")),
        ];
        var words = new WordLists(part);
        foreach (var chunk in random.Shuffled(all).Chunk(LinesOfMeeting))
        {
            var slots = new Slots(words, random);
            var cast = new Cast(slots, random, isSale: true);
            foreach (var (line, element) in chunk)
            {
                slots.Begin();
                var phrase = Phrase.Of(line, 'B');
                var asked = phrase.Parts[0].FirstOrDefault(turn => turn.Speaker == 'S')?.Text ?? "";
                var text = string.Join(' ', phrase.Parts[0].Where(turn => turn.Speaker != 'S').Select(turn => string.Concat(
                    Marked.Pieces(Wording.Of(turn.Text, slots, random), []).Select(piece => piece.Text))));
                var quote = new ReadText(text, LanguageWords.All[0]);
                string[] right = element.Length == 0 ? [] : [element, .. phrase.Also];
                if (phrase.Parts.Count == 1 && text.Length > 0)
                {
                    yield return LabelledStatement.Of(folder, OfPhrase, right, Sure(ElementNames.All.Except(phrase.Open)), quote,
                        Wording.Of(asked, slots, random), null, new NameIndex([quote], cast.Members.Select(member => member.Name), []))
                        with { IsPhrase = true };
                }
            }
        }
    }

    private static LanguageWords LanguageOf(string code) => LanguageWords.All.Single(language => language.Code == code);
}
