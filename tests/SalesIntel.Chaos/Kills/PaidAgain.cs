using SalesIntel.Simulator;

namespace SalesIntel.Chaos.Kills;

/// <summary>Extractions that were paid more than once.</summary>
/// <param name="Total">Answers to a prompt that had been answered before.</param>
/// <param name="MostForOneCut">How many of them a single kill or outage of the store has cost at most.</param>
/// <param name="WithoutReason">Those between whose two answers nothing was cut off.</param>
internal sealed record PaidAgain(int Total, int MostForOneCut, IReadOnlyList<string> WithoutReason)
{
    public static PaidAgain Count(IEnumerable<GeminiCall> calls, CutBook cuts)
    {
        var repeats = calls
            .Where(call => call.Status == 200)
            .GroupBy(call => call.PromptHash, StringComparer.Ordinal)
            .SelectMany(same =>
            {
                var inOrder = same.OrderBy(call => call.At).ToList();
                return inOrder.Zip(inOrder.Skip(1));
            })
            .Select(pair => (pair.First, pair.Second, Cut: cuts.FirstIn(pair.First.At, pair.Second.At)))
            .ToList();
        return new PaidAgain(
            repeats.Count,
            repeats.Where(repeat => repeat.Cut is not null).GroupBy(repeat => repeat.Cut).Select(same => same.Count()).DefaultIfEmpty().Max(),
            [
                .. repeats.Where(repeat => repeat.Cut is null)
                    .Select(repeat => $"call {repeat.First.Sequence} at {repeat.First.At:HH:mm:ss.fff} and {repeat.Second.Sequence} at {repeat.Second.At:HH:mm:ss.fff}"),
            ]);
    }
}
