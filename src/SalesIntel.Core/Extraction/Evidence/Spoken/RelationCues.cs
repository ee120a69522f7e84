using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>The cues that tell what a statement about an element makes of an earlier one: what is alike in both and what differs, how far apart
/// they are and who says them, their words, and what others make of it.</summary>
/// <param name="element">The element.</param>
/// <param name="transcript">The turns of the meeting.</param>
/// <param name="sideOf">The side of a speaker.</param>
/// <param name="areDisputed">True when the second one disputes the first.</param>
internal sealed class RelationCues(
    QualificationElement element, IReadOnlyList<TranscriptTurn> transcript, Func<string, MeetingSide> sideOf,
    Func<Statement, Statement, bool> areDisputed)
{
    /// <summary>Something of both.</summary>
    public const char Fact = 'k';

    /// <summary>The same, said by the same speaker or by another one.</summary>
    public const char OfSpeaker = 'p';

    /// <summary>Two things of both.</summary>
    public const char Pair = 'c';

    /// <summary>A word of the later statement, or two in a row.</summary>
    public const char Own = 'o';

    /// <summary>A word right before it, or of its beginning.</summary>
    public const char Start = 's';

    /// <summary>The words of the earlier statement.</summary>
    public const char Earlier = 'f';

    /// <summary>The words of another buyer behind both.</summary>
    public const char Answer = 'a';

    /// <summary>The words of a seller behind both.</summary>
    public const char Seller = 'v';

    /// <summary>The words of a seller between both.</summary>
    public const char SellerBetween = 'm';

    /// <summary>The words of a buyer between both.</summary>
    public const char BuyerBetween = 'n';

    private const int Near = 4;
    private const int Reaction = 3;
    private const int MostWords = 40;
    private const int MostCharacters = 400;
    private const int WordsOfOthers = 15;
    private const int WordsBetween = 12;
    private const int WordsBefore = 12;
    private const int CharactersBefore = 200;
    private const int WordsOfStart = 4;
    private const int MostCounted = 3;

    private readonly Dictionary<Statement, (string[] Words, int Subjects, bool HasValue, bool IsNegative)> read =
        new(ReferenceEqualityComparer.Instance);

    /// <summary>The cues of two statements.</summary>
    public IReadOnlyCollection<SentenceCue> Of(StatementPair pair)
    {
        HashSet<SentenceCue> cues = [];
        var (earlier, later) = (pair.Earlier, pair.Later);
        var (first, second) = (ReadOf(earlier), ReadOf(later));
        var who = earlier.Claim.Speaker == later.Claim.Speaker ? "same" : "other";
        var distance = later.Claim.Turn!.Value - earlier.Claim.Turn!.Value;
        var far = distance switch { <= 2 => $"far-{distance}", <= Near => "far-4", <= 8 => "far-8", <= 16 => "far-16", _ => "far-17" };
        var shared = StatementConflicts.Shared(earlier.Sentence!, later.Sentence!);
        foreach (var fact in Facts(pair, distance, shared).Append(far))
        {
            cues.Add(new SentenceCue(Fact, fact, ""));
            cues.Add(new SentenceCue(RelationScores.OfElement, element.Name, fact));
            cues.Add(new SentenceCue(OfSpeaker, who, fact));
        }

        cues.Add(new SentenceCue(RelationScores.OfElement, element.Name, who));
        cues.Add(new SentenceCue(RelationScores.OfElement, element.Name, $"{who}-{far}"));
        var few = $"shared-{Math.Min(shared, 2)}";
        cues.Add(new SentenceCue(Pair, $"{who}-{far}", few));
        cues.Add(new SentenceCue(Pair, far, $"value-{first.HasValue}-{second.HasValue}"));
        cues.Add(new SentenceCue(Pair, few, $"negative-{first.IsNegative}-{second.IsNegative}"));
        WordCues.Add(cues, Own, second.Words);
        WordCues.Add(cues, Earlier, first.Words);
        var before = later.Before?.Text ?? "";
        foreach (var word in Words(before[Math.Max(0, before.Length - CharactersBefore)..]).TakeLast(WordsBefore).Concat(second.Words.Take(WordsOfStart)))
        {
            cues.Add(new SentenceCue(Start, word, ""));
            cues.Add(new SentenceCue(Start, who, word));
        }

        AddOthers(cues, earlier.Claim.Turn.Value - 1, later.Claim.Turn.Value - 1);
        return cues;
    }

    private IEnumerable<string> Facts(StatementPair pair, int distance, int shared)
    {
        var (earlier, later) = (pair.Earlier, pair.Later);
        var (one, other) = (earlier.Sentence!, later.Sentence!);
        var (first, second) = (ReadOf(earlier), ReadOf(later));
        var least = Math.Min(first.Subjects, second.Subjects);
        (bool Is, string Name)[] facts =
        [
            (distance <= Near, "near"),
            (pair.IsLast, "last"),
            (OtherValues.Amounts(one, other), "amounts"),
            (OtherValues.Numbers(one, other), "numbers"),
            (OtherValues.Times(one, other), "times"),
            (OtherValues.Measures(one, other), "measures"),
            (OtherValues.Names(earlier, later), "names"),
            (earlier.Terms.Overlaps(later.Terms), "same-name"),
            (StatementConflicts.AreOfOthers(earlier, later), "persons"),
            (earlier.Names.Overlaps(later.Names), "same-person"),
            (earlier.Roles.Overlaps(later.Roles), "same-role"),
            (StatementConflicts.AreOpposed(one, other), "opposed"),
            (StatementConflicts.IsSettled(one) != StatementConflicts.IsSettled(other), "settled"),
            (ContraryStatements.AreIn(one, other), "contrary"),
            (StatementConflicts.IsSole(one), "sole-earlier"),
            (StatementConflicts.IsSole(other), "sole-later"),
            (other.Language.Additions.IsIn(other.Tokens), "addition"),
            (later.IsCorrection, "correction"),
            (later.IsWeakCorrection, "weak-correction"),
            (later.IsRetraction, "retraction"),
            (later.IsDenial, "denial"),
            (earlier.IsGoal != later.IsGoal, "goal"),
            (earlier.IsAside, "aside-earlier"),
            (later.IsAside, "aside-later"),
            (earlier.IsAside && later.IsAside, "asides"),
            (earlier.Claim.Hedged, "hedged-earlier"),
            (later.Claim.Hedged, "hedged-later"),
            (first.IsNegative, "negative-earlier"),
            (second.IsNegative, "negative-later"),
            (first.IsNegative != second.IsNegative, "negatives"),
            (first.HasValue, "value-earlier"),
            (second.HasValue, "value-later"),
            (first.HasValue && second.HasValue, "values"),
            (StatementConflicts.Contradict(earlier, later, element), "contradict"),
            (StatementConflicts.Corrects(later, earlier, pair.IsLast, element), "correct"),
            (areDisputed(earlier, later), "disputed"),
        ];
        return facts.Where(fact => fact.Is).Select(fact => fact.Name).Concat(
        [
            $"between-{Math.Min(pair.Between, MostCounted)}",
            $"shared-{Math.Min(shared, MostCounted)}",
            least == 0 ? "part-none" : $"part-{4 * Math.Min(shared, least) / least}",
            $"alike-{Alike(first.Words, second.Words)}",
        ]);
    }

    // How many fifths of the words of the shorter one are the other's too.
    private static int Alike(string[] first, string[] second)
    {
        var (one, other) = (first.ToHashSet(StringComparer.Ordinal), second.ToHashSet(StringComparer.Ordinal));
        return 5 * one.Count(other.Contains) / Math.Max(1, Math.Min(one.Count, other.Count));
    }

    private void AddOthers(HashSet<SentenceCue> cues, int earlier, int later)
    {
        int[] next = [.. Enumerable.Range(later + 1, Reaction).Where(i => i < transcript.Count)];
        if (Array.Find(next, i => !IsSeller(i) && transcript[i].Speaker != transcript[later].Speaker) is > 0 and var answer)
        {
            WordCues.Add(cues, Answer, Words(transcript[answer].Text).Take(WordsOfOthers));
        }

        if (Array.Find(next, IsSeller) is > 0 and var seller)
        {
            WordCues.Add(cues, Seller, Words(transcript[seller].Text).Take(WordsOfOthers));
        }

        for (var i = earlier + 1; i < later && later - earlier <= Near; i++)
        {
            WordCues.Add(cues, IsSeller(i) ? SellerBetween : BuyerBetween, Words(transcript[i].Text).Take(WordsBetween));
        }
    }

    private bool IsSeller(int turn) => sideOf(transcript[turn].Speaker) == MeetingSide.Seller;

    private (string[] Words, int Subjects, bool HasValue, bool IsNegative) ReadOf(Statement statement)
    {
        if (!read.TryGetValue(statement, out var known))
        {
            var text = statement.Sentence!;
            known = (Words(statement.Claim.Quote), StatementConflicts.Subjects(text).Count(), StatementConflicts.HasValue(text),
                StatementConflicts.IsNegative(text));
            read.Add(statement, known);
        }

        return known;
    }

    private static string[] Words(string text) =>
        [.. SpokenWords.Split(text.Length > MostCharacters ? text[..MostCharacters] : text).Take(MostWords).Select(word => word.Text)];
}
