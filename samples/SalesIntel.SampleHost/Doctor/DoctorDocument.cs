using System.Text.Json;
using System.Text.Json.Serialization;
using SalesIntel.Doctor;

namespace SalesIntel.SampleHost.Doctor;

/// <summary>What <c>doctor</c> prints.</summary>
/// <param name="Findings">What was looked at.</param>
/// <param name="FixPlan">What is to be made in Zoho; null when it was not asked for.</param>
internal sealed record DoctorDocument(IReadOnlyList<FindingView> Findings, IReadOnlyList<PlannedFieldView>? FixPlan)
{
    [JsonIgnore]
    public DoctorLevel Level => Findings.Select(finding => finding.Severity).DefaultIfEmpty().Max();

    public string Worst => Words.Of(Level);

    public string ToJson() => JsonSerializer.Serialize(this, DoctorJson.Readable.DoctorDocument);
}
