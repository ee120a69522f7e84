namespace SalesIntel.Extraction;

public sealed class ConvolutionTests
{
    [Fact]
    public void Counts_where_most_is_seen()
    {
        // One filter over two words that adds the first word's number and twice the second's.
        var convolution = new Convolution(width: 2, filters: 1, size: 1);
        convolution.Weights[0] = 1;
        convolution.Weights[1] = 2;
        convolution.Biases[0] = -3;

        Assert.Equal((8, 0), Pool(convolution, 1, 5, 3, 0));
        Assert.Equal((7, -1), Pool(convolution, 5));
        Assert.Equal(0, Pool(convolution, 1).Most);
        Assert.Equal(0, Pool(convolution).Most);
    }

    [Fact]
    public void Word_without_a_vector_is_nothing()
    {
        var convolution = new Convolution(width: 1, filters: 1, size: 1);
        convolution.Weights[0] = 1;

        Assert.Equal(0, Pool(convolution, (float?)null).Most);
        Assert.Equal((3, 1), Pool(convolution, null, 3, null));
    }

    private static (float Most, int Place) Pool(Convolution convolution, params float?[] words)
    {
        var made = words.Select(word =>
        {
            var numbers = new float[convolution.Outputs];
            if (word is { } number)
            {
                convolution.Project([number], numbers);
            }

            return word is null ? null : numbers;
        }).ToList();
        var most = new float[1];
        var places = new int[1];
        convolution.Pool(made, 0, most, places);
        return (most[0], places[0]);
    }
}
