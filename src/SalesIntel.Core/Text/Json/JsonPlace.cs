namespace SalesIntel.Text;

/// <summary>An object within a body.</summary>
/// <param name="Value">The object.</param>
/// <param name="Name">The member that holds it; empty for the body itself.</param>
/// <param name="Around">The objects around it, the innermost first.</param>
internal sealed record JsonPlace(JsonElement Value, string Name, IReadOnlyList<JsonElement> Around)
{
    // Deeper, or with more objects before it, is no message that a relay has wrapped.
    private const int MostDepth = 6;
    private const int MostObjects = 256;
    private const int MostMembers = 256;

    /// <summary>True for the body itself.</summary>
    public bool IsBody => Around.Count == 0;

    /// <summary>The body and the objects within it, those further out first: also such as are kept as text, or are the only item of a list.
    /// At most 256, down to the sixth level.</summary>
    public static IEnumerable<JsonPlace> In(JsonElement body)
    {
        var left = new Queue<JsonPlace>([new JsonPlace(body, "", [])]);
        for (var seen = 0; seen < MostObjects && left.TryDequeue(out var place); seen++)
        {
            yield return place;
            if (place.Around.Count < MostDepth && place.Value.GetPropertyCount() <= MostMembers)
            {
                foreach (var member in place.Value.EnumerateObject())
                {
                    if (left.Count < MostObjects && member.Value.AsObject() is { ValueKind: JsonValueKind.Object } inner)
                    {
                        left.Enqueue(new JsonPlace(inner, member.Name, [place.Value, .. place.Around]));
                    }
                }
            }
        }
    }

    /// <summary>The object that is most likely the message, by a rank above zero; of equal rank the one furthest out. Null when there is
    /// none, or when two that are equally likely are different messages.</summary>
    /// <param name="body">The body.</param>
    /// <param name="best">The highest rank: what has it is taken at once, however much else there is further in.</param>
    /// <param name="rank">How likely an object is the message.</param>
    /// <param name="identity">What tells two messages apart.</param>
    public static JsonPlace? Find(JsonElement body, int best, Func<JsonPlace, int> rank, Func<JsonPlace, string> identity)
    {
        JsonPlace? found = null;
        var (highest, isAmbiguous) = (0, false);
        foreach (var place in In(body))
        {
            var depth = place.Around.Count;
            if (highest == best && depth > found!.Around.Count)
            {
                break;
            }

            var own = rank(place);
            if (own > highest)
            {
                (found, highest, isAmbiguous) = (place, own, false);
            }
            else if (own > 0 && own == highest && depth == found!.Around.Count)
            {
                isAmbiguous |= identity(place) != identity(found);
            }
        }

        return isAmbiguous ? null : found;
    }
}
