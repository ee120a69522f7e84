using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>Cuts the texts that rules copy from answers, which may be of any length.</summary>
internal static class IntelLimits
{
    /// <summary>Applies the limits.</summary>
    public static LeadIntel Apply(LeadIntel intel, ExtractionOptions options)
    {
        return intel with
        {
            FirstName = Cut(intel.FirstName),
            LastName = Cut(intel.LastName),
            CompanyName = Cut(intel.CompanyName),
            CompanyWebsite = Cut(intel.CompanyWebsite),
            Industry = Cut(intel.Industry),
            TeamSize = Cut(intel.TeamSize),
            Country = Cut(intel.Country),
            StateOrRegion = Cut(intel.StateOrRegion),
            City = Cut(intel.City),
            Phone = Cut(intel.Phone),
            ReferredBy = Cut(intel.ReferredBy),
            ToolsInUse = Cut(intel.ToolsInUse),
            StatedPainPoints = Cut(intel.StatedPainPoints),
            StatedDemoObjectives = Cut(intel.StatedDemoObjectives),
            AdditionalNotes = Cut(intel.AdditionalNotes),
            BantBudgetSignal = Cut(intel.BantBudgetSignal),
            BantAuthoritySignal = Cut(intel.BantAuthoritySignal),
            BantNeedSignal = Cut(intel.BantNeedSignal),
            BantTimingSignal = Cut(intel.BantTimingSignal),
            DemoFocusRecommendations = Cut(intel.DemoFocusRecommendations),
            SalesRepCheatSheet = TextCleaner.Cut(intel.SalesRepCheatSheet, options.MaxCheatSheetCharacters),
        };

        string Cut(string text) => TextCleaner.Cut(text, options.MaxFieldCharacters);
    }
}
