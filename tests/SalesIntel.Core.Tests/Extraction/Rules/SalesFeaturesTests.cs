using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>A meeting is known by how often something is said in it, and by whom, not by how long it is.</summary>
public class SalesFeaturesTests
{
    private static readonly string[] Said = ["price", "month", "platform"];

    [Fact]
    public void Meeting_that_says_the_same_for_longer_is_the_same()
    {
        var longer = Read(10, Said);

        Assert.Equal(Read(20, Said).OrderBy(one => one.Key.Cue.First), longer.OrderBy(one => one.Key.Cue.First));
        Assert.Equal(25, longer.Sum(one => one.Value * one.Value), 9);
    }

    [Fact]
    public void What_our_own_people_say_counts_besides()
    {
        var features = new SalesFeatures();
        features.Add(Sentence(4), [Stem("price")], isSeller: true);
        features.Add(Sentence(4), [Stem("month")], isSeller: false);

        Assert.Equal(
            [("month", false), ("price", false), ("price", true)],
            features.Read().Select(one => (one.Key.Cue.First, one.Key.BySeller)).Order());
    }

    [Fact]
    public void Short_sentences_and_cues_of_other_kinds_say_nothing()
    {
        var features = new SalesFeatures();
        features.Add(Sentence(SalesFeatures.FewestWords - 1), [Stem("price")], isSeller: false);
        features.Add(Sentence(4), [new SentenceCue(SentenceCues.Word, "prices", "")], isSeller: false);

        Assert.Empty(features.Read());
    }

    [Fact]
    public void Weights_of_what_is_said_and_of_who_says_it_are_added_up()
    {
        var weights = new SalesWeights(new Dictionary<string, IReadOnlyList<string>>
        {
            ["bias"] = ["-2.00"],
            ["weights"] = ["s price +0.30 +0.60", "s lecture -0.50 -0.10"],
        });

        Assert.True(weights.IsSale(One("price", isSeller: true)));
        Assert.False(weights.IsSale(One("price", isSeller: false)));
        Assert.False(weights.IsSale(One("lecture", isSeller: true)));
        Assert.False(weights.IsSale(new SalesFeatures()));
    }

    private static SalesFeatures One(string stem, bool isSeller)
    {
        var features = new SalesFeatures();
        features.Add(Sentence(4), [Stem(stem)], isSeller);
        return features;
    }

    private static IReadOnlyList<KeyValuePair<(SentenceCue Cue, bool BySeller), double>> Read(int times, string[] stems)
    {
        var features = new SalesFeatures();
        for (var i = 0; i < times; i++)
        {
            features.Add(Sentence(4), [.. stems.Select(Stem)], isSeller: false);
        }

        return features.Read();
    }

    private static SentenceCue Stem(string stem) => new(SentenceCues.Stem, stem, "");

    private static SpokenSentence Sentence(int words)
    {
        var text = string.Join(' ', Enumerable.Repeat("word", words));
        return new SpokenSentence(text, SpokenWords.Split(text), "Kim Ardley", MeetingSide.Buyer, 1, 0);
    }
}
