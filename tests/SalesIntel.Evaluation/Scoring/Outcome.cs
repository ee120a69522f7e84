using SalesIntel.Evaluation.Cases;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Scoring;

/// <summary>What became of one element or field of one document.</summary>
/// <param name="Case">The document.</param>
/// <param name="Name">The element or field.</param>
/// <param name="Value">What was extracted.</param>
internal sealed record Outcome(EvaluationCase Case, string Name, FieldValue Value)
{
    /// <summary>What was to be extracted.</summary>
    public Expected Expected { get; } = Case.TruthOf(Name);

    /// <summary>True when the value would be written to a CRM.</summary>
    public bool IsWritten => Value.IsWritable;

    /// <summary>The status as a rep sees it: found only when it is written.</summary>
    public FieldStatus Status => IsWritten ? FieldStatus.Found
        : Value.Status == FieldStatus.Ambiguous ? FieldStatus.Ambiguous
        : FieldStatus.Absent;

    /// <summary>True when the status is the right one, whatever the value.</summary>
    public bool IsStatusRight => Status == Expected.Status;

    /// <summary>True when status and content are right.</summary>
    public bool IsRight => IsStatusRight && (Status != FieldStatus.Found || IsContentRight);

    private bool IsContentRight => Expected.Exact.Count > 0
        ? Expected.Exact.Any(exact => FieldForm.IsSame(Name, Value.Text, exact))
        : Expected.Keys.Any(key => KeyText.Holds(Value.Text, key)) && !Value.Text.Split('\n').Any(AssertsWrong);

    // Words that name what was corrected beside the correction assert nothing wrong.
    private bool AssertsWrong(string line) =>
        Expected.Wrong.Any(wrong => KeyText.Holds(line, wrong)) && !Expected.Keys.Any(key => KeyText.Holds(line, key));
}
