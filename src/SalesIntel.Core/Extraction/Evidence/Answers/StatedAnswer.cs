namespace SalesIntel.Extraction;

/// <summary>What a form says of a field without a model reading it.</summary>
/// <param name="Claims">The values; none when it says nothing.</param>
/// <param name="Topic">The questions that ask for the field itself; null when none do.</param>
/// <param name="IsAsked">True when such a question is answered by a value, not by a story.</param>
internal sealed record StatedAnswer(IReadOnlyList<AnswerClaim> Claims, FormTopic? Topic, bool IsAsked)
{
    /// <summary>No answer.</summary>
    public static StatedAnswer None { get; } = new([], null, false);
}
