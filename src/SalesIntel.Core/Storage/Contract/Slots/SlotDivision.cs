namespace SalesIntel.Storage.Contract;

/// <summary>How the slots of a name are divided among processes: the rule of every store. A store runs it in one step with reading and
/// writing; the one on Redis has it as a script.</summary>
/// <param name="Row">What is to be stored about the process that asked, in place of what was known about it.</param>
/// <param name="Share">How many slots it is to keep.</param>
/// <param name="Holders">How many processes have asked lately.</param>
/// <param name="ConcernsOthers">True when the others are to ask again.</param>
public sealed record SlotDivision(SlotHolder Row, int Share, int Holders, bool ConcernsOthers)
{
    /// <summary>Divides.</summary>
    /// <param name="known">What is stored about this name; what has lapsed by <paramref name="now"/> is to be removed.</param>
    /// <param name="request">The request.</param>
    /// <param name="now">The store's time.</param>
    public static SlotDivision Of(IReadOnlyCollection<SlotHolder> known, SlotRequest request, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(request);
        var others = known.Where(row => row.Until > now && row.Holder != request.Holder).ToList();
        var before = known.FirstOrDefault(row => row.Until > now && row.Holder == request.Holder)
            ?? new SlotHolder(request.Holder, 0, 0, request.Capacity, 0, now);
        var asked = before with { Wanted = request.Wanted, Capacity = request.Capacity, Until = now + request.Life };
        List<SlotHolder> active = [.. others.Append(asked).Where(row => row.IsActive)];
        var capacity = active.Select(row => row.Capacity).DefaultIfEmpty(request.Capacity).Min();

        var share = ShareOf(asked, active, capacity);
        var free = Math.Max(0, capacity - others.Sum(row => row.Held));
        var held = Math.Max(Math.Min(share, free), Math.Min(request.InUse, before.Held));
        var row = asked with
        {
            Held = held,
            Turn = held > 0 && before.Held == 0 ? others.Select(other => other.Turn).Append(before.Turn).Max() + 1 : before.Turn,
        };

        var freed = held < before.Held || known.Any(lapsed => lapsed.Until <= now && lapsed.Held > 0);
        var waits = row.IsShort && (!before.IsShort || request.Wanted > before.Wanted);
        var concerns = (freed && others.Any(other => other.IsShort)) || (waits && others.Any(other => other.Held > 0));
        return new SlotDivision(row, share, others.Count + 1, concerns);
    }

    // One after the other each gets one more until nothing is left or nobody wants more.
    private static int ShareOf(SlotHolder asked, List<SlotHolder> active, int capacity)
    {
        var order = active.OrderBy(row => row.Turn).ThenBy(row => row.Holder, StringComparer.Ordinal).ToList();
        var shares = new int[order.Count];
        for (bool given = true; given && capacity > 0;)
        {
            given = false;
            for (var index = 0; index < order.Count && capacity > 0; index++)
            {
                if (shares[index] < order[index].Wanted)
                {
                    shares[index]++;
                    capacity--;
                    given = true;
                }
            }
        }

        return order.IndexOf(asked) is >= 0 and var found ? shares[found] : 0;
    }
}
