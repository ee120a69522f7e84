using SalesIntel.Evaluation.Learning;
using SalesIntel.Evaluation.Learning.Network;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

public sealed class SentenceNetworkTests
{
    private const int Element = 4;

    private static readonly SentenceNetwork Learned = Teach();

    [Theory]
    [InlineData("we are furious about it", true)]
    [InlineData("they were disappointed in the end", true)]
    [InlineData("we are grateful for it", false)]
    [InlineData("they were pleased in the end", false)]
    public void Words_from_which_nothing_was_learned_are_known_by_others_that_are_used_alike(string text, bool isLikeAngry) =>
        Assert.Equal(isLikeAngry, Score(Learned, text)[Element] > 0);

    [Fact]
    public void What_was_asked_counts()
    {
        var network = SpokenRules.Weights.Network!;
        var metrics = 0;

        Assert.True(
            Score(network, "About forty.", "How many hours a week do you spend on that?")[metrics]
            > Score(network, "About forty.", "How old is your daughter now?")[metrics]);
    }

    [Fact]
    public void What_is_written_reads_alike()
    {
        var stream = new MemoryStream();
        Learned.Write(stream);
        var read = SentenceNetwork.Read(SpokenRules.Vectors, new MemoryStream(stream.ToArray()));

        Assert.Equal(Score(Learned, "they were annoyed")[Element], Score(read, "they were annoyed")[Element], 0.02f);
    }

    [Fact]
    public void File_of_another_shape_is_refused() => Assert.Throws<EndOfStreamException>(
        () => SentenceNetwork.Read(SpokenRules.Vectors, new MemoryStream([8, 0, 0, 0, 1, 0, 0, 0, 1, 2, 3])));

    [Fact]
    public void Same_samples_give_the_same_network()
    {
        var again = Teach();

        Assert.Equal(Learned.Learned.SelectMany(numbers => numbers), again.Learned.SelectMany(numbers => numbers));
    }

    [Theory]
    [InlineData("")]
    [InlineData("qzxv")]
    [InlineData("no")]
    [InlineData("нет, спасибо")]
    public void Any_sentence_has_a_score(string text) =>
        Assert.All(Score(SpokenRules.Weights.Network!, text), score => Assert.True(float.IsFinite(score)));

    [Fact]
    public void A_meeting_with_many_words_reads_like_a_meeting_with_few()
    {
        const string Said = "we lose two days a week on that";
        var reading = new NetworkReading(SpokenRules.Weights.Network!);
        reading.Begin([]);
        string[] words = [.. Enumerable.Range(0, 26 * 26 * 26).Select(i => $"{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676))}")];
        foreach (var some in words.Chunk(30))
        {
            reading.Score(SpokenWords.Split(string.Join(' ', some)));
        }

        Assert.Equal(Score(SpokenRules.Weights.Network!, Said), reading.Score(SpokenWords.Split(Said)));
    }

    private static float[] Score(SentenceNetwork network, string text, string before = "")
    {
        var reading = new NetworkReading(network);
        reading.Begin(SpokenWords.Split(before));
        return reading.Score(SpokenWords.Split(text));
    }

    private static SentenceNetwork Teach()
    {
        string[] angry = ["angry", "annoyed", "unhappy", "frustrated", "upset"];
        string[] happy = ["happy", "delighted", "glad", "thankful", "satisfied"];
        string[] forms = ["we are {0} about it", "they were {0} in the end", "people here are {0}", "and so he was {0} again"];
        return NetworkLearner.Learn(SpokenRules.Vectors,
        [
            .. Enumerable.Range(0, 80).SelectMany(_ => forms.SelectMany(form => angry.Select(word => Sample(form, word, 1))
                .Concat(happy.Select(word => Sample(form, word, -1))))),
        ]);
    }

    private static LabelledSentence Sample(string form, string word, int label)
    {
        var labels = new int[LearnedNames.All.Count];
        labels[Element] = label;
        return new LabelledSentence("", "", [], 1, labels, 0, IsSale: true)
        {
            Spoken = Sentence(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, word)),
        };
    }

    private static SpokenSentence Sentence(string text) => new(text, SpokenWords.Split(text), "Ada", MeetingSide.Buyer, 1, 0);
}
