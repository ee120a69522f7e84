namespace SalesIntel.Extraction;

/// <summary>A time that a text names, with the words that tell which one and which part of it is meant.</summary>
/// <param name="Kind">What it is: <c>weekday</c>, <c>month</c>, <c>quarter</c>, <c>season</c>, <c>feast</c>, or <c>unit</c>.</param>
/// <param name="Name">Which one, e.g. <c>2</c> or <c>summer</c>.</param>
/// <param name="Direction">1 for the next one, -1 for the last one, 2 for this one, 0 where nothing tells.</param>
/// <param name="Edge">The part of it, e.g. <c>end</c>; empty for all of it.</param>
/// <param name="Bound"><c>until</c> or <c>from</c>; empty for neither.</param>
/// <param name="At">Index of its first token.</param>
internal sealed record TimeMention(string Kind, string Name, int Direction, string Edge, string Bound, int At);
