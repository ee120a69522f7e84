using System.Text.RegularExpressions;

namespace SalesIntel.Extraction;

/// <summary>What a form says of a field without a model reading it.</summary>
/// <param name="Text">The value; empty when there is none.</param>
/// <param name="Topic">The questions that ask for the field itself; null when none do.</param>
/// <param name="IsAsked">True when such a question is answered by a value, not by a story.</param>
internal sealed record StatedAnswer(string Text, Regex? Topic, bool IsAsked)
{
    /// <summary>No answer.</summary>
    public static StatedAnswer None { get; } = new("", null, false);
}
