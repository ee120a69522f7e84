using SalesIntel.Doctor;
using SalesIntel.Hosting.Commands.Output;

namespace SalesIntel.Hosting.Commands.Doctor;

/// <summary>What <c>doctor</c> prints.</summary>
/// <param name="Findings">What was looked at.</param>
/// <param name="FixPlan">What is to be made in the CRM; null when it was not asked for.</param>
internal sealed record DoctorDocument(IReadOnlyList<FindingView> Findings, IReadOnlyList<PlannedFieldView>? FixPlan)
{
    /// <summary>Where a person does what the plan says.</summary>
    [JsonIgnore]
    public string PlanPlace { get; init; } = "the CRM";

    [JsonIgnore]
    public DoctorLevel Level => Findings.Select(finding => finding.Severity).DefaultIfEmpty().Max();

    public string Worst => Words.Of(Level);

    public string ToJson() => JsonSerializer.Serialize(this, DoctorJson.Readable.DoctorDocument);
}
