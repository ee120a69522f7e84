namespace SalesIntel.Settings;

/// <summary>How values of a type are read, checked and written: the one place for a range.</summary>
/// <param name="MustBe">Completes the sentence "X is 'abc': must be …".</param>
/// <param name="TryRead">Converts a text; the range is not checked.</param>
/// <param name="Fault">Which part of a value is out of range: an index such as <c>[1]</c>, empty for the value itself; null when none is.
/// </param>
/// <param name="Write">The text that a user would write.</param>
/// <typeparam name="TValue">The type of the property.</typeparam>
internal sealed record ValueFormat<TValue>(
    string MustBe, Func<string, (bool Ok, TValue Value)> TryRead, Func<TValue, string?> Fault, Func<TValue, string> Write)
{
    /// <summary>True for a value that stands for "not set".</summary>
    public Func<TValue, bool> IsNothing { get; init; } = _ => false;
}
