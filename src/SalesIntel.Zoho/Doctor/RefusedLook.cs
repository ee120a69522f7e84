using SalesIntel.Doctor;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Doctor;

/// <summary>Findings about what Zoho refused to let the doctor see.</summary>
internal static class RefusedLook
{
    /// <summary>What to do about what passes.</summary>
    public const string Again = "Run the doctor again.";

    /// <summary>The finding.</summary>
    /// <param name="level">How bad it is that this is not known.</param>
    /// <param name="check">What was looked at.</param>
    /// <param name="subject">What the finding is about.</param>
    /// <param name="unknown">What is not known now; empty where the refusal says all.</param>
    /// <param name="refused">The refusal.</param>
    public static DoctorFinding Of(DoctorLevel level, string check, string subject, string unknown, ZohoCrmException refused) =>
        new(level, check, subject, $"{unknown} {refused.What}".TrimStart(), AdviceOf(refused));

    /// <summary>What to do about it, for somebody who waits for the doctor and not for an event.</summary>
    public static string AdviceOf(ZohoCrmException refused) => refused.Advice.Length == 0
        ? $"Look the code {refused.Code} up at https://www.zoho.com/crm/developer/docs/api/v8/status-codes.html."
        : refused.Advice.Replace(ZohoErrors.TriedAgain, Again, StringComparison.Ordinal);
}
