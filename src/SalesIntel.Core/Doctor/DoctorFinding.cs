namespace SalesIntel.Doctor;

/// <summary>One thing that was looked at. Holds no secret and no personal data.</summary>
/// <param name="Level">How bad it is.</param>
/// <param name="Check">What was looked at, for programs: lower-case words such as <c>scope</c> or <c>field_length</c>.</param>
/// <param name="Subject">Which one, e.g. the name of a field; empty when there is only one.</param>
/// <param name="Message">What was found.</param>
/// <param name="Advice">What to do about it; empty when there is nothing to do.</param>
public sealed record DoctorFinding(DoctorLevel Level, string Check, string Subject, string Message, string Advice = "");
