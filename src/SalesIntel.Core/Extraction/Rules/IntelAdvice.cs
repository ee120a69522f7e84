using System.Text;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>What follows from lead intel for the sales rep: gaps, questions, focus and the cheat sheet.</summary>
internal static class IntelAdvice
{
    private static readonly (string Gap, Func<LeadIntel, string> Signal, string Question)[] Bant =
    [
        ("Budget", i => i.BantBudgetSignal, "Is there a budget for this, and what does the problem cost today?"),
        ("Authority", i => i.BantAuthoritySignal, "Who decides on a tool like this, and who else has to agree?"),
        ("Need", i => i.BantNeedSignal, "What happens today that should not, and how often?"),
        ("Timing", i => i.BantTimingSignal, "Is there a date that makes this important?"),
    ];

    /// <summary>Adds the advice.</summary>
    public static LeadIntel Complete(LeadIntel intel, string role)
    {
        var gaps = Bant.Where(part => part.Signal(intel).Length == 0).ToList();
        var questions = gaps.Select(gap => gap.Question).ToList();
        if (intel.StatedPainPoints.Length > 0)
        {
            questions.Add("Could you walk me through the last time this went wrong?");
        }

        if (intel.ToolsInUse.Length == 0)
        {
            questions.Add("Which tools do you use for this today, and what do you want to keep?");
        }

        var withAdvice = intel with
        {
            QualificationGaps = string.Join('\n', gaps.Select(gap => $"{gap.Gap}: no signal in the booking")),
            RecommendedDiscoveryQuestions = string.Join('\n', questions),
            DemoFocusRecommendations = string.Join('\n', new[] { intel.StatedPainPoints, intel.StatedDemoObjectives }
                .SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                .Distinct().Take(6)
                .Select(line => $"Show how this is solved: {TextCleaner.Cut(line, 200)}")),
        };
        return withAdvice with { SalesRepCheatSheet = CheatSheet(withAdvice, role) };
    }

    private static string CheatSheet(LeadIntel intel, string role)
    {
        var sheet = new StringBuilder("Prepared by rules from the booking form, without a language model.\n");
        Line("Who", string.Join(", ", new[] { $"{intel.FirstName} {intel.LastName}".Trim(), role }.Where(s => s.Length > 0)));
        Line("Company", intel.CompanyName);
        Line("Website", intel.CompanyWebsite);
        Line("Where", string.Join(", ", new[] { intel.City, intel.StateOrRegion, intel.Country }.Where(s => s.Length > 0)));
        Line("Team", intel.TeamSize);
        Line("Demo", intel.DemoDateTimeLocal.Length > 0 ? intel.DemoDateTimeLocal : intel.DemoDateTimeUtc);
        Line("Came by", intel.ReferredBy);
        Line("Tools today", intel.ToolsInUse);
        Line("Pain", intel.StatedPainPoints);
        Line("Wants to see", intel.StatedDemoObjectives);
        Line("Not known yet", intel.QualificationGaps);
        Line("Ask", intel.RecommendedDiscoveryQuestions);
        return sheet.ToString().TrimEnd();

        void Line(string label, string value)
        {
            var lines = TextCleaner.Cut(value, 1_000)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (lines.Length > 0)
            {
                sheet.Append(label).Append(lines.Length > 1 ? ":\n  - " : ": ").AppendJoin("\n  - ", lines).Append('\n');
            }
        }
    }
}
