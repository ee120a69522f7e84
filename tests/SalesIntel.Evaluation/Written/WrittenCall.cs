using SalesIntel.Evaluation.Cases;

namespace SalesIntel.Evaluation.Written;

/// <summary>A call that somebody wrote whole, with what is said in it.</summary>
/// <param name="Case">The call with its truth.</param>
/// <param name="Marks">What speaks about elements.</param>
internal sealed record WrittenCall(EvaluationCase Case, IReadOnlyList<WrittenMark> Marks)
{
    /// <summary>The marks of an element.</summary>
    public IEnumerable<WrittenMark> MarksOf(string element) => Marks.Where(mark => mark.Element == element);
}
