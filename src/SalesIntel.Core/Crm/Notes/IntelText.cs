using System.Text;
using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>Lead intel as text for a person.</summary>
internal static class IntelText
{
    private static readonly (string Label, Func<LeadIntel, string> Read)[] Lines =
    [
        ("Company", intel => intel.CompanyName),
        ("Website", intel => intel.CompanyWebsite),
        ("Company type", intel => intel.CompanyType),
        ("About the company", intel => intel.CompanyDescription),
        ("Industry", intel => intel.Industry),
        ("Team size", intel => intel.TeamSize),
        ("Location", Location),
        ("Tools in use", intel => intel.ToolsInUse),
        ("Pain points", intel => intel.StatedPainPoints),
        ("Demo objectives", intel => intel.StatedDemoObjectives),
        ("Referred by", intel => intel.ReferredBy),
        ("Notes", intel => intel.AdditionalNotes),
        ("Budget", intel => intel.BantBudgetSignal),
        ("Authority", intel => intel.BantAuthoritySignal),
        ("Need", intel => intel.BantNeedSignal),
        ("Timing", intel => intel.BantTimingSignal),
        ("Gaps", intel => intel.QualificationGaps),
        ("Questions to ask", intel => intel.RecommendedDiscoveryQuestions),
        ("Demo focus", intel => intel.DemoFocusRecommendations),
    ];

    /// <summary>All known values, one labelled paragraph each, the cheat sheet left out; empty when nothing is known.</summary>
    public static string Whole(LeadIntel intel)
    {
        var text = new StringBuilder();
        foreach (var (label, read) in Lines)
        {
            var value = read(intel);
            if (value.Length > 0)
            {
                text.Append(text.Length > 0 ? "\n" : "").Append(label).Append(": ").Append(value);
            }
        }

        return text.ToString();
    }

    private static string Location(LeadIntel intel) =>
        string.Join(", ", new[] { intel.City, intel.StateOrRegion, intel.Country }.Where(part => part.Length > 0));
}
