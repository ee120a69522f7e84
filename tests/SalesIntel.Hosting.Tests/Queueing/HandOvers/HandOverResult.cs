namespace SalesIntel.Hosting.Tests.Queueing.HandOvers;

/// <summary>What became of a run of hand-overs.</summary>
/// <param name="HandOvers">How many there were.</param>
/// <param name="Took">From the first to the last.</param>
/// <param name="LongestWait">The longest time between the commit of a stage and the beginning of the next one.</param>
/// <param name="Faults">What was not as it must be; empty when all was.</param>
internal sealed record HandOverResult(int HandOvers, TimeSpan Took, TimeSpan LongestWait, IReadOnlyCollection<string> Faults);
