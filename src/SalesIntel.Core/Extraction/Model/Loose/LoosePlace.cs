namespace SalesIntel.Extraction;

/// <summary>What a value is in.</summary>
/// <param name="IsArray">True in an array, false in an object.</param>
/// <param name="Depth">How many objects and arrays are around it.</param>
/// <param name="Outer">What that is in; null for the outermost.</param>
internal sealed record LoosePlace(bool IsArray, int Depth, LoosePlace? Outer)
{
    /// <summary>Deeper nesting is not read.</summary>
    public const int MostDepth = 24;

    /// <summary>True when one of those around is an array.</summary>
    public bool IsWithinArray { get; } = Outer is not null && (Outer.IsArray || Outer.IsWithinArray);

    /// <summary>What stands in an object or array of this one.</summary>
    public LoosePlace Within(bool isArray) => new(isArray, Depth + 1, this);
}
