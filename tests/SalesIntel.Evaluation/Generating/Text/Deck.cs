namespace SalesIntel.Evaluation.Generating.Text;

/// <summary>Deals items in random order and begins again when all are dealt: each is used about equally often.</summary>
internal sealed class Deck<T>(IReadOnlyList<T> items, Seeded random)
{
    private readonly Queue<T> left = [];

    /// <summary>The next item.</summary>
    public T Next()
    {
        if (left.Count == 0)
        {
            foreach (var item in random.Shuffled(items))
            {
                left.Enqueue(item);
            }
        }

        return left.Dequeue();
    }

    /// <summary>The next item that fits; null when none does. What does not fit stays for later.</summary>
    public T? Next(Func<T, bool> fits)
    {
        List<T> passed = [];
        T? found = default;
        for (var tried = 0; tried < items.Count * 2 && found is null; tried++)
        {
            var item = Next();
            if (fits(item))
            {
                found = item;
            }
            else
            {
                passed.Add(item);
            }
        }

        foreach (var item in passed.Distinct())
        {
            left.Enqueue(item);
        }

        return found;
    }
}
