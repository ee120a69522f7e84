using SalesIntel.Simulator;

namespace SalesIntel.Chaos.Kills;

/// <summary>Extractions that were paid more than once.</summary>
/// <param name="Lost">Those whose answer was there when a process was killed, or its store was away, and that it had not recorded.</param>
/// <param name="MostForOneCut">How many of these a single kill or outage has cost.</param>
/// <param name="Unheard">Those whose answer came when the process that had asked was dead already.</param>
/// <param name="WithoutReason">Those between whose two answers nothing was cut off.</param>
internal sealed record PaidAgain(int Lost, int MostForOneCut, int Unheard, IReadOnlyList<string> WithoutReason)
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
            .Select(pair => (Answered: pair.First.At, Again: pair.Second.At, Cut: cuts.FirstIn(pair.First.At, pair.Second.At)))
            .ToList();
        var lost = repeats.Where(repeat => repeat.Cut is { } cut && !(repeat.Answered > cut.DeadSince)).ToList();
        return new PaidAgain(
            lost.Count,
            lost.GroupBy(repeat => repeat.Cut).Select(same => same.Count()).DefaultIfEmpty().Max(),
            repeats.Count(repeat => repeat.Cut is { } cut && repeat.Answered > cut.DeadSince),
            [.. repeats.Where(repeat => repeat.Cut is null).Select(repeat => $"answers at {repeat.Answered:HH:mm:ss.fff} and {repeat.Again:HH:mm:ss.fff}")]);
    }
}
