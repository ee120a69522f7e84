using SalesIntel.Doctor;
using SalesIntel.Hosting.Commands.Output;

namespace SalesIntel.Hosting.Commands.Doctor;

/// <summary>A finding as it is printed.</summary>
internal sealed record FindingView(string Area, string Check, string Subject, string Level, string Message, string Advice)
{
    [JsonIgnore]
    public DoctorLevel Severity { get; private init; }

    public static FindingView Of(string area, DoctorFinding finding) =>
        new(area, finding.Check, finding.Subject, Words.Of(finding.Level), finding.Message, finding.Advice) { Severity = finding.Level };
}
