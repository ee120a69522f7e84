using SalesIntel.Doctor;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Doctor;

/// <summary>Asks for the rule that is to choose the owner of new leads,
/// https://www.zoho.com/crm/developer/docs/api/v8/create-assignment-rules.html.</summary>
internal static class AssignmentRuleReview
{
    private const string Check = "assignment_rule";
    private const string Scope = "ZohoCRM.settings.assignment_rules.READ";
    private const string Setting = "ZOHO_ASSIGNMENT_RULE_ID";

    /// <summary>The finding.</summary>
    /// <exception cref="ZohoCrmException">Zoho is away, or refuses everybody.</exception>
    public static async Task<DoctorFinding> OfAsync(ZohoCrmClient client, string module, string rule, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.SendAsync(
                HttpMethod.Get, $"settings/automation/assignment_rules?module={module}", cancellationToken: cancellationToken).ConfigureAwait(false);
            var isThere = answer?["assignment_rules"] is JsonArray rules && rules.Any(one => one is JsonObject known && known["id"]?.ToString() == rule);
            return isThere
                ? new(DoctorLevel.Ok, Check, Setting, $"{module} has this rule.")
                : Wrong($"{module} has no assignment rule with this id: new leads are written without it.",
                    $"Set {Setting} to the id of a rule of {module}, or leave it out.");
        }
        catch (ZohoCrmException refused) when (ScopeProbe.IsMissing(refused))
        {
            return ScopeProbe.Missing(Scope, needed: false, $"Whether {Setting} names a rule is unknown.");
        }
        catch (ZohoCrmException refused) when (refused.Code is "FEATURE_NOT_SUPPORTED" or "NOT_SUPPORTED")
        {
            return Wrong($"This edition of Zoho has no assignment rules for {module}.", $"Remove {Setting}: leave it out.");
        }
        catch (ZohoCrmException refused) when (!refused.IsOutage)
        {
            return RefusedLook.Of(DoctorLevel.Warning, Check, Setting, $"Whether {Setting} names a rule is unknown.", refused);
        }
    }

    private static DoctorFinding Wrong(string message, string advice) => new(DoctorLevel.Error, Check, Setting, message, advice);
}
