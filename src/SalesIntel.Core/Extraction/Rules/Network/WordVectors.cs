using System.Text;

namespace SalesIntel.Extraction;

/// <summary>A vector for each of many English words: words that are used alike have vectors that are alike. Made of GloVe's vectors (Pennington
/// et al. 2014), which are in the public domain; <c>--make-word-vectors</c> of the evaluation makes the file.</summary>
internal sealed class WordVectors
{
    private readonly byte[][] words;
    private readonly sbyte[] numbers;
    private readonly float scale;

    /// <param name="stream">What <see cref="Write"/> wrote.</param>
    public WordVectors(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        words = new byte[reader.ReadInt32()][];
        Dimensions = reader.ReadInt32();
        scale = reader.ReadSingle();
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = reader.ReadBytes(reader.ReadByte());
        }

        numbers = new sbyte[words.Length * Dimensions];
        stream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(numbers.AsSpan()));
    }

    /// <summary>How many numbers a vector has.</summary>
    public int Dimensions { get; }

    /// <summary>How many words there are.</summary>
    public int Count => words.Length;

    /// <summary>Writes a file: words in the order of their bytes, their vectors rounded to 255 steps.</summary>
    public static void Write(Stream stream, IReadOnlyDictionary<string, float[]> vectors)
    {
        var ordered = vectors.Select(pair => (Word: Encoding.UTF8.GetBytes(pair.Key), pair.Value))
            .OrderBy(pair => pair.Word, Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other))).ToList();
        var scale = ordered.Max(pair => pair.Value.Max(Math.Abs)) / sbyte.MaxValue;
        using var writer = new BinaryWriter(stream);
        writer.Write(ordered.Count);
        writer.Write(ordered[0].Value.Length);
        writer.Write(scale);
        foreach (var (word, _) in ordered)
        {
            writer.Write((byte)word.Length);
            writer.Write(word);
        }

        foreach (var number in ordered.SelectMany(pair => pair.Value))
        {
            writer.Write((sbyte)MathF.Round(number / scale));
        }
    }

    /// <summary>The place of a word; negative when it has no vector.</summary>
    public int Find(string word)
    {
        Span<byte> bytes = stackalloc byte[byte.MaxValue];
        if (!Encoding.UTF8.TryGetBytes(word, bytes, out var length))
        {
            return -1;
        }

        var (low, high) = (0, words.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = words[middle].AsSpan().SequenceCompareTo(bytes[..length]);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    public void Read(int place, Span<float> vector)
    {
        var of = numbers.AsSpan(place * Dimensions, Dimensions);
        for (var i = 0; i < of.Length; i++)
        {
            vector[i] = of[i] * scale;
        }
    }
}
