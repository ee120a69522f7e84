using SalesIntel.Doctor;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Doctor;

/// <summary>Asks for the rule that is to choose the owner of new leads,
/// https://www.zoho.com/crm/developer/docs/api/v8/create-assignment-rules.html.</summary>
internal static class AssignmentRuleReview
{
    private static readonly NamedLook Look =
        new("assignment_rule", "ZOHO_ASSIGNMENT_RULE_ID", "a rule", "ZohoCRM.settings.assignment_rules.READ");

    /// <summary>The finding.</summary>
    /// <exception cref="ZohoCrmException">Zoho is away, or refuses everybody.</exception>
    public static Task<DoctorFinding> OfAsync(ZohoCrmClient client, string module, string rule, CancellationToken cancellationToken) => Look.OfAsync(
        client,
        $"settings/automation/assignment_rules?module={module}",
        "assignment_rules",
        rules => rules.Any(known => known["id"]?.ToString() == rule)
            ? Look.Ok($"{module} has this rule.")
            : Look.Wrong($"{module} has no assignment rule with this id: new leads are written without it.",
                $"Set {Look.Setting} to the id of a rule of {module}, or leave it out."),
        refused => refused.Code is "FEATURE_NOT_SUPPORTED" or "NOT_SUPPORTED"
            ? Look.Wrong($"This edition of Zoho has no assignment rules for {module}.", $"Remove {Look.Setting}: leave it out.")
            : null,
        cancellationToken);
}
