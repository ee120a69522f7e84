using System.Globalization;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Selling;

/// <summary>Learns by logistic regression whether something is sold in a conversation. The same conversations give the same weights.</summary>
internal sealed class SaleLearner
{
    // What a single source or a few conversations say is about them.
    private const int FewestSources = 5;
    private const int FewestDocuments = 6;
    private const int Epochs = 12;
    private const double Rate = 0.1;
    private const double Decay = 2e-4;
    private const double MostWeight = 5;
    private const double LeastWeight = 0.02;

    private readonly Dictionary<(SentenceCue Cue, bool BySeller), int> places = [];
    private readonly double[] known;
    private readonly double[] weights;
    private readonly double[] squares;
    private double bias;
    private double biasSquare;

    /// <summary>Learns.</summary>
    /// <param name="documents">The conversations.</param>
    /// <param name="before">What was learned before, of conversations that are not among them.</param>
    public SaleLearner(IReadOnlyList<SaleDocument> documents, SalesWeights before)
    {
        var samples = Samples(documents);
        foreach (var cue in Known(documents).Union(before.Cues))
        {
            places[(cue, false)] = places.Count;
            places[(cue, true)] = places.Count;
        }

        known = [.. places.OrderBy(place => place.Value).Select(place => (double)before.Of(place.Key.Cue, place.Key.BySeller))];
        (weights, squares) = ([.. known], new double[places.Count]);
        bias = before.Bias;
        var read = samples.Select(sample => (Features: Placed(sample.Features), sample.IsSale, sample.Weight)).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            foreach (var (features, isSale, weight) in Seeded.For(epoch, "sale").Shuffled(read))
            {
                Step(features, isSale, weight);
            }
        }
    }

    /// <summary>The sections of the file of weights.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Sections() => new Dictionary<string, IReadOnlyList<string>>
    {
        ["bias"] = [bias.ToString("0.00", CultureInfo.InvariantCulture)],
        ["weights"] =
        [
            .. places.Keys.Where(key => !key.BySeller && (Weight(key.Cue, false), Weight(key.Cue, true)) is var (any, own)
                    && Math.Max(Math.Abs(any), Math.Abs(own)) >= LeastWeight)
                .Select(key => string.Create(CultureInfo.InvariantCulture,
                    $"{key.Cue.Kind} {key.Cue.First} {Weight(key.Cue, false):+0.00;-0.00} {Weight(key.Cue, true):+0.00;-0.00}"))
                .Order(StringComparer.Ordinal),
        ],
    };

    // Zero has no sign.
    private double Weight(SentenceCue cue, bool bySeller) => Math.Round(weights[places[(cue, bySeller)]], 2) + 0.0;

    // Sales and other talk count the same together, and so does what is generated and what is not.
    private static List<(SalesFeatures Features, bool IsSale, double Weight)> Samples(IReadOnlyList<SaleDocument> documents)
    {
        var kinds = documents.GroupBy(document => (document.IsSale, document.Kind)).ToDictionary(kind => kind.Key, kind => kind.Count());
        var ofClass = kinds.Keys.GroupBy(kind => kind.IsSale).ToDictionary(kind => kind.Key, kind => kind.Count());
        var samples = documents.SelectMany(document => document.Pieces().Select(piece => (piece.Features, document.IsSale,
            Weight: piece.Share / kinds[(document.IsSale, document.Kind)] / ofClass[document.IsSale]))).ToList();
        var scale = samples.Count / samples.Sum(sample => sample.Weight);
        return [.. samples.Select(sample => (sample.Features, sample.IsSale, Math.Min(sample.Weight * scale, MostWeight)))];
    }

    private static IEnumerable<SentenceCue> Known(IEnumerable<SaleDocument> documents) => documents
        .SelectMany(document => document.Whole().Read().Where(feature => !feature.Key.BySeller)
            .Select(feature => (feature.Key.Cue, document.Source)))
        .GroupBy(one => one.Cue, one => one.Source)
        .Where(sources => sources.Count() >= FewestDocuments && sources.Distinct(StringComparer.Ordinal).Count() >= FewestSources)
        .Select(sources => sources.Key);

    private (int Place, double Value)[] Placed(SalesFeatures features) =>
        [.. features.Read().Where(feature => places.ContainsKey(feature.Key)).Select(feature => (places[feature.Key], feature.Value))];

    private void Step((int Place, double Value)[] features, bool isSale, double weight)
    {
        var score = bias;
        foreach (var (place, value) in features)
        {
            score += weights[place] * value;
        }

        var gradient = ((1 / (1 + Math.Exp(-score))) - (isSale ? 1 : 0)) * weight;
        foreach (var (place, value) in features)
        {
            weights[place] -= Stepped(ref squares[place], (gradient * value) + (Decay * (weights[place] - known[place])));
        }

        bias -= Stepped(ref biasSquare, gradient);
    }

    private static double Stepped(ref double square, double gradient)
    {
        square += gradient * gradient;
        return Rate * gradient / (Math.Sqrt(square) + 1e-3);
    }
}
