namespace SalesIntel.Extraction;

/// <summary>A read answer with how it came about.</summary>
/// <param name="Value">What was read.</param>
/// <param name="Layer">How much help the (first) answer needed to be read.</param>
/// <param name="Issues">What was dropped or shortened.</param>
internal sealed record Answer<T>(T Value, JsonLayer Layer, IReadOnlyList<string> Issues);
