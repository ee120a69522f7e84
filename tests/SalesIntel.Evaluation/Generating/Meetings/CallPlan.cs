using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Generating.Meetings;

/// <summary>What is said in a call, how and where, with what is to be found then.</summary>
internal sealed class CallPlan
{
    private readonly Dictionary<string, string> ways = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Expected> truth = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);

    /// <summary>Chooses a way for each element.</summary>
    public CallPlan(Seeded random, bool hasNothing)
    {
        foreach (var element in ElementNames.All)
        {
            ways[element] = hasNothing ? random.Pick(["near", "", ""]) : WayOf(random.Below(100));
        }
    }

    /// <summary>The elements that are spoken about, with the way; of a near one other things are said that only sound alike.</summary>
    public IEnumerable<KeyValuePair<string, string>> Spoken => ways.Where(way => way.Value.Length > 0);

    /// <summary>The truth by element.</summary>
    public IReadOnlyDictionary<string, Expected> Truth => ElementNames.All.ToDictionary(element => element, element =>
        truth.TryGetValue(element, out var expected) ? expected
        : new Expected { How = ways[element].Length == 0 ? "silent" : ways[element], IsOpen = open.Contains(element) });

    /// <summary>True when a phrase contradicts nothing that is planned: what it says of other elements must be sure there too.</summary>
    public bool Fits(Phrase phrase) => phrase.Also.Concat(phrase.Open).All(element => ways[element] is not ("hedged" or "contradictory"));

    /// <summary>Notes what a phrase states.</summary>
    /// <param name="element">The element that it is about.</param>
    /// <param name="phrase">The phrase.</param>
    /// <param name="keys">The words that matter, as they were worded.</param>
    /// <param name="third">Where it is said.</param>
    public void Note(string element, Phrase phrase, IReadOnlyList<Key> keys, int third)
    {
        var status = ways[element] switch
        {
            "clear" or "corrected" => FieldStatus.Found,
            "hedged" or "contradictory" => FieldStatus.Ambiguous,
            _ => FieldStatus.Absent,
        };
        open.UnionWith(phrase.Open);
        if (status != FieldStatus.Absent)
        {
            Add(element, status, [.. keys.Where(key => key.Element.Length == 0)], third, ways[element]);
        }

        foreach (var also in keys.Where(key => key.Element.Length > 0).GroupBy(key => ElementNames.Long(key.Element)))
        {
            Add(also.Key, FieldStatus.Found, [.. also], third, "aside");
        }
    }

    private static string WayOf(int percent)
    {
        foreach (var (way, share) in ElementPhrases.Ways)
        {
            percent -= share;
            if (percent < 0)
            {
                return way;
            }
        }

        return "";
    }

    private void Add(string element, FieldStatus status, Key[] keys, int third, string how)
    {
        var known = truth.GetValueOrDefault(element);
        truth[element] = new Expected
        {
            Status = status,
            Keys = [.. known?.Keys ?? [], .. keys.Where(key => !key.IsWrong).Select(key => key.Text)],
            Wrong = [.. known?.Wrong ?? [], .. keys.Where(key => key.IsWrong).Select(key => key.Text)],
            Third = known is null || known.How == "aside" ? third : known.Third,
            How = known is null || known.How == "aside" ? how : known.How,
        };
    }
}
