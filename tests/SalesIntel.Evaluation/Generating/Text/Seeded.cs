using System.Text;

namespace SalesIntel.Evaluation.Generating.Text;

/// <summary>Random numbers that depend on the seed alone, on every machine and runtime (SplitMix64).</summary>
internal sealed class Seeded(ulong seed)
{
    private ulong state = seed;

    /// <summary>Numbers of their own for a purpose, so that one more draw in one place changes nothing in another.</summary>
    public static Seeded For(int seed, params ReadOnlySpan<string> purpose)
    {
        var hash = 14_695_981_039_346_656_037UL ^ (uint)seed;
        foreach (var b in Encoding.UTF8.GetBytes(string.Join('/', purpose)))
        {
            hash = (hash ^ b) * 1_099_511_628_211UL;
        }

        return new Seeded(hash);
    }

    /// <summary>A number from 0 to one below the limit.</summary>
    public int Below(int limit)
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return (int)((z ^ (z >> 31)) % (ulong)limit);
    }

    /// <summary>A number of a range, both ends included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>One of a list.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>The items in random order.</summary>
    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        T[] shuffled = [.. items];
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }
}
