namespace SalesIntel.Evaluation.Learning.Network;

/// <summary>Changes numbers by their gradients (Kingma and Ba 2015).</summary>
internal sealed class Adam(float[] numbers)
{
    private const float First = 0.9f;
    private const float Second = 0.999f;
    private const float Least = 1e-8f;

    private readonly float[] means = new float[numbers.Length];
    private readonly float[] squares = new float[numbers.Length];
    private int steps;

    /// <summary>The gradients of the next step; zero after it.</summary>
    public float[] Gradients { get; } = new float[numbers.Length];

    /// <summary>Makes a step.</summary>
    public void Step(float rate)
    {
        steps++;
        var scaled = rate * MathF.Sqrt(1 - MathF.Pow(Second, steps)) / (1 - MathF.Pow(First, steps));
        for (var i = 0; i < numbers.Length; i++)
        {
            means[i] += (1 - First) * (Gradients[i] - means[i]);
            squares[i] += (1 - Second) * ((Gradients[i] * Gradients[i]) - squares[i]);
            numbers[i] -= scaled * means[i] / (MathF.Sqrt(squares[i]) + Least);
        }

        Array.Clear(Gradients);
    }
}
