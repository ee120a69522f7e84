namespace SalesIntel.Doctor;

/// <summary>What a look at a part has found, and what is to be set up so that the part can do its work.</summary>
/// <param name="Findings">What was looked at.</param>
public sealed record DoctorExamination(IReadOnlyList<DoctorFinding> Findings)
{
    /// <summary>Fields to create or to complete in the CRM.</summary>
    /// <value>Default none; empty also when the fields could not be read.</value>
    public IReadOnlyList<PlannedField> Plan { get; init; } = [];

    /// <summary>Where a person does what the plan says, for a heading, e.g. the CRM and the page of its setup.</summary>
    /// <value>Default empty.</value>
    public string PlanPlace { get; init; } = "";
}
