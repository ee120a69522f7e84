using SalesIntel.Doctor;

namespace SalesIntel.Hosting.Commands.Doctor;

/// <summary>What the doctor has found, for people.</summary>
internal static class DoctorReport
{
    public static string Write(DoctorDocument document)
    {
        var text = new StringBuilder();
        foreach (var finding in document.Findings)
        {
            var what = string.Join(' ', new[] { finding.Area, finding.Check, finding.Subject }.Where(part => part.Length > 0));
            Line($"{finding.Level,-8}{what}: {finding.Message}");
            if (finding.Advice.Length > 0)
            {
                Line($"        -> {finding.Advice}");
            }
        }

        if (document.FixPlan is { } plan)
        {
            Plan(plan);
        }

        var errors = document.Findings.Count(finding => finding.Severity == DoctorLevel.Error);
        var warnings = document.Findings.Count(finding => finding.Severity == DoctorLevel.Warning);
        return text.Append(CultureInfo.InvariantCulture, $"checks: {document.Findings.Count}, errors: {errors}, warnings: {warnings}")
            .ToString();

        void Plan(IReadOnlyList<PlannedFieldView> fields)
        {
            Line($"");
            Line($"To make in {document.PlanPlace}:");
            Fields([.. fields.Where(field => field.Variable is null)]);
            Line($"");
            Line($"Also possible, for variables that are not set:");
            Fields([.. fields.Where(field => field.Variable is not null)]);
            Line($"");
        }

        void Fields(IReadOnlyList<PlannedFieldView> fields)
        {
            foreach (var field in fields)
            {
                Line($"  {(field.IsNew ? "create" : "use the existing")} {field.ApiName}: label '{field.Label}', {field.TypeText}");
                foreach (var value in field.PicklistValues)
                {
                    Line($"    add the value '{value}'");
                }

                if (field.Variable is { } variable)
                {
                    Line($"    set {variable}={field.ApiName}");
                }
            }

            if (fields.Count == 0)
            {
                Line($"  nothing");
            }
        }

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }
}
