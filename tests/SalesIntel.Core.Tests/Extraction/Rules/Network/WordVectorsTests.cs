namespace SalesIntel.Extraction;

public sealed class WordVectorsTests
{
    [Fact]
    public void What_is_written_is_read()
    {
        var vectors = Written(new() { ["zebra"] = [1, -2], ["ärger"] = [0.5f, 0], ["a"] = [-2, 2] });

        Assert.Equal((3, 2), (vectors.Count, vectors.Dimensions));
        Assert.Equal([1, -2], Vector(vectors, "zebra"), new Close());
        Assert.Equal([0.5f, 0], Vector(vectors, "ärger"), new Close());
        Assert.Equal([-2, 2], Vector(vectors, "a"), new Close());
    }

    [Theory]
    [InlineData("")]
    [InlineData("aa")]
    [InlineData("zebras")]
    [InlineData("\ud800")]
    public void Another_word_has_none(string word) => Assert.True(Written(new() { ["a"] = [1], ["zebra"] = [1] }).Find(word) < 0);

    [Fact]
    public void Word_of_any_length_has_none() => Assert.True(SpokenRules.Vectors.Find(new string('a', 100_000)) < 0);

    [Fact]
    public void Each_shipped_word_is_found_where_it_stands() => Assert.All(
        (string[])["the", "budget", "spreadsheet", "invoice", "$"], word => Assert.InRange(SpokenRules.Vectors.Find(word), 0, SpokenRules.Vectors.Count - 1));

    [Fact]
    public void Words_that_are_used_alike_have_vectors_that_are_alike()
    {
        var monday = Vector(SpokenRules.Vectors, "monday");

        Assert.True(Product(monday, Vector(SpokenRules.Vectors, "tuesday")) > 2 * Product(monday, Vector(SpokenRules.Vectors, "chicken")));
    }

    private static float Product(float[] one, float[] other) => one.Zip(other).Sum(pair => pair.First * pair.Second);

    private static float[] Vector(WordVectors vectors, string word)
    {
        var vector = new float[vectors.Dimensions];
        vectors.Read(vectors.Find(word), vector);
        return vector;
    }

    private static WordVectors Written(Dictionary<string, float[]> vectors)
    {
        var stream = new MemoryStream();
        WordVectors.Write(stream, vectors);
        return new WordVectors(new MemoryStream(stream.ToArray()));
    }

    private sealed class Close : IEqualityComparer<float>
    {
        public bool Equals(float x, float y) => Math.Abs(x - y) < 0.02;

        public int GetHashCode(float obj) => 0;
    }
}
