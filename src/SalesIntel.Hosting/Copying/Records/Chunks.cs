namespace SalesIntel.Hosting.Copying;

/// <summary>Divides what is large into parts that one call can carry.</summary>
internal static class Chunks
{
    private const int MostItems = 200;
    private const int MostBytes = 2 << 20;

    /// <summary>The same items in the same order, at most so many bytes at once, or one that is larger.</summary>
    public static IEnumerable<IReadOnlyList<T>> Of<T>(IEnumerable<T> items, Func<T, long> bytes)
    {
        List<T> chunk = [];
        var sum = 0L;
        foreach (var item in items)
        {
            var size = bytes(item);
            if (chunk.Count == MostItems || (chunk.Count > 0 && sum + size > MostBytes))
            {
                yield return chunk;
                (chunk, sum) = ([], 0);
            }

            chunk.Add(item);
            sum += size;
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }
}
