using System.Globalization;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning;

/// <summary>Learns how much what stands around a sentence counts: logistic regression by Newton's method, each element for itself. The same
/// calls give the same weights.</summary>
internal static class ContextLearner
{
    // What keeps weights small, of signs that are scaled to a variance of 1.
    private const double L2 = 10;
    private const int Steps = 12;

    /// <summary>The lines of the file but for thresholds.</summary>
    public static IReadOnlyList<string> Learn(IReadOnlyList<ScoredCall> calls)
    {
        var learned = new double[ElementNames.All.Count][];
        Parallel.For(0, learned.Length, i => learned[i] = Weights([.. calls.SelectMany(call => call.Signs(i))]));
        string[] names = [.. ContextSigns.Names(LearnedNames.All.Count), "bias"];
        return [.. names.Select((name, at) => Line(name, learned.Select(one => one[at])))];
    }

    /// <summary>The line of the scores from which on a sentence speaks about an element.</summary>
    public static string Thresholds(IEnumerable<double> thresholds) => Line("threshold", thresholds.Take(ElementNames.All.Count));

    private static string Line(string name, IEnumerable<double> numbers) =>
        $"{name} = {string.Join(' ', numbers.Select(one => one.ToString("0.000", CultureInfo.InvariantCulture)))}";

    // The last one is the bias.
    private static double[] Weights((float[] Signs, bool IsSure)[] rows)
    {
        var count = rows[0].Signs.Length;
        var mean = new double[count];
        var deviation = new double[count];
        for (var i = 0; i < count; i++)
        {
            mean[i] = rows.Average(row => (double)row.Signs[i]);
            deviation[i] = Math.Max(Math.Sqrt(rows.Average(row => Math.Pow(row.Signs[i] - mean[i], 2))), 1e-6);
        }

        double[][] scaled = [.. rows.Select(row => (double[])[.. row.Signs.Select((sign, i) => (sign - mean[i]) / deviation[i]), 1])];
        var weights = new double[count + 1];
        for (var step = 0; step < Steps; step++)
        {
            Step(scaled, rows, weights);
        }

        for (var i = 0; i < count; i++)
        {
            weights[i] /= deviation[i];
            weights[count] -= weights[i] * mean[i];
        }

        return weights;
    }

    private static void Step(double[][] scaled, (float[] Signs, bool IsSure)[] rows, double[] weights)
    {
        var size = weights.Length;
        var gradient = new double[size];
        var curvature = new double[size, size];
        for (var i = 0; i < size - 1; i++)
        {
            gradient[i] = L2 * weights[i];
            curvature[i, i] = L2;
        }

        for (var n = 0; n < scaled.Length; n++)
        {
            var row = scaled[n];
            var sum = 0.0;
            for (var i = 0; i < size; i++)
            {
                sum += weights[i] * row[i];
            }

            var probability = 1 / (1 + Math.Exp(-sum));
            var error = probability - (rows[n].IsSure ? 1 : 0);
            var slope = probability * (1 - probability);
            for (var i = 0; i < size; i++)
            {
                gradient[i] += error * row[i];
                var ofRow = slope * row[i];
                for (var j = 0; j <= i; j++)
                {
                    curvature[i, j] += ofRow * row[j];
                }
            }
        }

        Solve(curvature, gradient);
        for (var i = 0; i < size; i++)
        {
            weights[i] -= gradient[i];
        }
    }

    // Cholesky's: the matrix is symmetric and positive; its lower half is given and overwritten, and so is the right side.
    private static void Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++)
                {
                    sum -= matrix[i, k] * matrix[j, k];
                }

                matrix[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-9)) : sum / matrix[j, j];
            }

            for (var k = 0; k < i; k++)
            {
                right[i] -= matrix[i, k] * right[k];
            }

            right[i] /= matrix[i, i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++)
            {
                right[i] -= matrix[k, i] * right[k];
            }

            right[i] /= matrix[i, i];
        }
    }
}
