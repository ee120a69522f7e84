using System.Numerics;

namespace SalesIntel.Extraction;

/// <summary>Filters that look at so many words in a row; of each the place counts at which it sees most.</summary>
/// <param name="width">How many words it looks at.</param>
/// <param name="filters">How many filters there are.</param>
/// <param name="size">How many numbers a word's vector has.</param>
internal sealed class Convolution(int width, int filters, int size)
{
    /// <summary>What each filter makes of a word at each of its places: <c>[place][filter][number]</c>.</summary>
    public float[] Weights { get; } = new float[width * filters * size];

    /// <summary>What is added to what a filter sees.</summary>
    public float[] Biases { get; } = new float[filters];

    /// <summary>How many words it looks at.</summary>
    public int Width => width;

    /// <summary>How many filters there are.</summary>
    public int Filters => filters;

    /// <summary>How many numbers a word makes.</summary>
    public int Outputs => width * filters;

    /// <summary>What a word makes at each place.</summary>
    public void Project(ReadOnlySpan<float> vector, Span<float> into)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = Product(vector, Weights.AsSpan(i * size, size));
        }
    }

    /// <summary>What each filter sees at most, and where; 0 when nothing.</summary>
    /// <param name="words">What each word makes; a place before the first word and behind the last is empty.</param>
    /// <param name="at">Where in it this convolution's numbers begin.</param>
    /// <param name="most">Gets what is seen.</param>
    /// <param name="places">Gets the place of the first word where it is seen, from -1 on.</param>
    public void Pool(IReadOnlyList<float[]?> words, int at, Span<float> most, Span<int> places)
    {
        most.Clear();
        Span<float> seen = stackalloc float[filters];
        for (var first = -1; first < Math.Max(0, words.Count + 2 - width); first++)
        {
            Biases.CopyTo(seen);
            for (var place = 0; place < width; place++)
            {
                if (first + place is >= 0 and var word && word < words.Count && words[word] is { } numbers)
                {
                    Add(numbers.AsSpan(at + (place * filters), filters), seen);
                }
            }

            for (var i = 0; i < filters; i++)
            {
                if (seen[i] > most[i])
                {
                    (most[i], places[i]) = (seen[i], first);
                }
            }
        }
    }

    private static void Add(ReadOnlySpan<float> numbers, Span<float> to)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= to.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(to[i..]) + new Vector<float>(numbers[i..])).CopyTo(to[i..]);
        }

        for (; i < to.Length; i++)
        {
            to[i] += numbers[i];
        }
    }

    private static float Product(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var sums = Vector<float>.Zero;
        var i = 0;
        for (; i + Vector<float>.Count <= one.Length; i += Vector<float>.Count)
        {
            sums += new Vector<float>(one[i..]) * new Vector<float>(other[i..]);
        }

        var sum = Vector.Sum(sums);
        for (; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }
}
