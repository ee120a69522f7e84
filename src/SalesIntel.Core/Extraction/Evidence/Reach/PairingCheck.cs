namespace SalesIntel.Extraction;

/// <summary>Whether a claim says of somebody or something what is said of it: not "Dan signs" for "Dan checks the numbers, and Ilse signs",
/// not "Hull ships eighty" for "Leeds ships eighty. Hull does thirty".</summary>
internal static class PairingCheck
{
    /// <summary>True when a word or number of the claim is said in parts of the passage alone that speak of another one than the claim's.
    /// </summary>
    public static bool IsOfAnother(ReadText claim, Passage passage)
    {
        if (IsNote(claim.Text))
        {
            return false;
        }

        var parts = PartsOf(claim, passage.Names);
        return IsOfAnother(claim, parts, passage.Quote, passage)
            || (passage.Around.Count > 0 && passage.Around[0].Text.Length > passage.Quote.Text.Length
                && IsOfAnother(claim, parts, passage.Around[0], passage));
    }

    // Of "Binderly: cheap, no export; slow" nobody can tell by its parts who does what.
    private static bool IsNote(string claim) => claim.Contains(';') || claim.Contains(": ", StringComparison.Ordinal);

    // Names alone belong to what stands behind them: "Dan Ostrow and Ilse Tamm sign".
    private static List<Part> PartsOf(ReadText claim, NameIndex names)
    {
        List<Part> parts = [];
        var first = -1;
        foreach (var segment in claim.Segments)
        {
            first = first < 0 || claim.Tokens[first].Sentence != claim.Tokens[segment.First].Sentence ? segment.First : first;
            if (Enumerable.Range(first, segment.Last - first + 1).Any(i => IsSaid(claim, i) && !PartSubjects.IsName(claim, i, names)))
            {
                parts.Add(new Part(first, segment.Last, PartSubjects.Of(claim, first, segment.Last, names)));
                first = -1;
            }
        }

        return parts;
    }

    private static bool IsOfAnother(ReadText claim, List<Part> parts, ReadText said, Passage passage)
    {
        if (said.Segments.Count < 2)
        {
            return false;
        }

        Part[] theirs = [.. said.Segments.Select(segment =>
            new Part(segment.First, segment.Last, PartSubjects.Of(said, segment.First, segment.Last, passage.Names)))];
        foreach (var part in parts)
        {
            foreach (var subject in part.Subjects.Where(IsSubject))
            {
                // Who is named in the claim says "I".
                var who = passage.Speaker.Contains(subject) && said.PlacesOf(subject).Length == 0 ? PartSubjects.Self : subject;
                if (PartsWith(who, said, theirs) is { Count: > 0 } own && IsOfAnother(claim, part, who, own, said, theirs, passage))
                {
                    return true;
                }
            }
        }

        return false;

        // What stands first in a claim is often no more than mentioned where it was said.
        bool IsSubject(string word) => PartSubjects.IsNoWord(word) || passage.Names.MayBeName(word) || passage.Speaker.Contains(word)
            || Array.Exists(theirs, their => their.Subjects.Any(other => !PartSubjects.IsNoWord(other) && Stems.AreSame(other, word)));
    }

    // All that is said of it is said of another one, or what is done is done by somebody else.
    private static bool IsOfAnother(ReadText claim, Part part, string subject, HashSet<int> own, ReadText said, Part[] theirs, Passage passage)
    {
        var (isAny, isAll) = (false, true);
        var isAgent = own.Any(at =>
            PartSubjects.AgentsOf(said, theirs[at].First, theirs[at].Last).Any(agent => Stems.AreSame(agent, subject)));
        for (var i = part.First; i <= part.Last; i++)
        {
            if (!IsSaid(claim, i) || IsSubject(i) || !IsFirst(claim, i) || claim.Language.Units.At(claim.Tokens, i, out _) > 0
                || PartsOf(claim, i, said, theirs) is not { Count: > 0 } places)
            {
                continue;
            }

            var isOfAnother = !places.Overlaps(own) && places.All(place => SpeaksOfAnother(place, i));
            isAny |= isOfAnother;
            isAll &= isOfAnother;
            if (isAgent && !places.Overlaps(own) && places.All(IsDoneByAnother))
            {
                return true;
            }
        }

        return isAny && isAll;

        // What the claim, or another part of the passage, speaks of is not what is said of it.
        bool IsSubject(int i) => part.Subjects.Contains(claim.Tokens[i].Text)
            || (claim.Tokens[i].IsCapital && i > part.First && claim.Tokens[i - 1].IsCapital
                && part.Subjects.Contains(claim.Tokens[i - 1].Text))
            || theirs.Any(their => their.Subjects.Any(other => !PartSubjects.IsNoWord(other) && passage.Names.MayBeName(other)
                && Stems.AreSame(other, claim.Tokens[i].Text)));

        // "She" is who was named before, and what the claim names besides may belong to both.
        bool SpeaksOfAnother(int place, int i) => theirs[place].Subjects.Any(other => PartSubjects.IsTime(other) == PartSubjects.IsTime(subject)
            && (PartSubjects.IsNoWord(other) || !Stems.AreSame(other, claim.Tokens[i].Text))
            && (passage.Names.IsName(other) || !theirs[place].Subjects.Contains(PartSubjects.Other) || !own.Any(one => one < place))
            && (!Claims(other) || IsBehind(other, i)));

        bool IsDoneByAnother(int place) => PartSubjects.AgentsOf(said, theirs[place].First, theirs[place].Last).Any(agent => PlaceIn(agent) < 0);

        bool Claims(string other) => other == PartSubjects.Self
            ? Enumerable.Range(part.First, part.Last - part.First + 1).Any(at => passage.Speaker.Contains(claim.Tokens[at].Text))
            : part.Subjects.Contains(other) || (!PartSubjects.IsNoWord(other) && PlaceIn(other) >= 0);

        // "Binderly is faster than Foldex": it is said of what stands before it.
        bool IsBehind(string other, int i) => !PartSubjects.IsNoWord(other) && !PartSubjects.IsNoWord(subject)
            && PlaceIn(subject) is >= 0 and var before && before < i && PlaceIn(other) > i;

        int PlaceIn(string word) => Enumerable.Range(part.First, part.Last - part.First + 1)
            .FirstOrDefault(at => Stems.AreSame(claim.Tokens[at].Text, word), -1);
    }

    private static HashSet<int> PartsOf(ReadText claim, int i, ReadText said, Part[] theirs) =>
        [.. PlacesOf(claim, i, said).Select(place => Array.FindIndex(theirs, one => place >= one.First && place <= one.Last))];

    private static HashSet<int> PartsWith(string subject, ReadText said, Part[] theirs) =>
    [
        .. Enumerable.Range(0, theirs.Length).Where(at => PartSubjects.IsNoWord(subject)
            ? theirs[at].Subjects.Contains(subject)
            : Has(subject, said, theirs[at])),
    ];

    private static bool Has(string word, ReadText said, Part part)
    {
        foreach (var place in said.PlacesOf(word))
        {
            if (place >= part.First && place <= part.Last)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSaid(ReadText text, int i) => text.IsContent(i) || NumberAt(text, i) is not null;

    // A number is compared once.
    private static bool IsFirst(ReadText text, int i) => text.IsContent(i) || NumberAt(text, i)!.First == i;

    private static Quantity? NumberAt(ReadText text, int i) =>
        text.Counted.FirstOrDefault(number => i >= number.First && i <= number.Last);

    private static int[] PlacesOf(ReadText claim, int i, ReadText said) => NumberAt(claim, i) is { } number
        ? [.. said.Counted.Where(number.HasValueOf).Select(one => one.First)]
        : said.PlacesOf(claim.Tokens[i].Text).ToArray();

    private readonly record struct Part(int First, int Last, HashSet<string> Subjects);
}
