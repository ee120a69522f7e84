using SalesIntel.Doctor;

namespace SalesIntel.Zoho.Doctor;

/// <summary>What was found in Zoho, and what is to be made there.</summary>
/// <param name="Findings">What was looked at.</param>
/// <param name="Plan">Fields to create and values to add; empty also when the fields could not be read.</param>
public sealed record ZohoExamination(IReadOnlyList<DoctorFinding> Findings, IReadOnlyList<ZohoPlannedField> Plan);
