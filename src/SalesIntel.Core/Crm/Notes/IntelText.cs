using System.Text;
using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>Lead intel as text for a person.</summary>
internal static class IntelText
{
    private static readonly (string Label, Func<LeadValues, string> Read)[] Lines =
    [
        ("Company", intel => Said(intel[LeadFields.CompanyName])),
        ("Website", intel => Said(intel[LeadFields.CompanyWebsite])),
        ("Company type", intel => Said(intel[LeadFields.CompanyType])),
        ("About the company", intel => Said(intel[LeadFields.CompanyDescription])),
        ("Industry", intel => Said(intel[LeadFields.Industry])),
        ("Team size", intel => Said(intel[LeadFields.TeamSize])),
        ("Location", Location),
        ("Tools in use", intel => Said(intel[LeadFields.ToolsInUse])),
        ("Pain points", intel => Said(intel[LeadFields.PainPoints])),
        ("Demo objectives", intel => Said(intel[LeadFields.DemoObjectives])),
        ("Referred by", intel => Said(intel[LeadFields.ReferredBy])),
        ("Notes", intel => Said(intel[LeadFields.AdditionalNotes])),
        ("Budget", intel => Said(intel[LeadFields.BudgetSignal])),
        ("Authority", intel => Said(intel[LeadFields.AuthoritySignal])),
        ("Need", intel => Said(intel[LeadFields.NeedSignal])),
        ("Timing", intel => Said(intel[LeadFields.TimingSignal])),
        ("Gaps", intel => Said(intel[LeadFields.QualificationGaps])),
        ("Questions to ask", intel => Said(intel[LeadFields.DiscoveryQuestions])),
        ("Demo focus", intel => Said(intel[LeadFields.DemoFocus])),
    ];

    /// <summary>All known values, one labelled paragraph each, the cheat sheet left out; empty when nothing is known.</summary>
    public static string Whole(LeadValues intel)
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

    private static string Location(LeadValues intel) =>
        string.Join(", ", new[] { Said(intel[LeadFields.City]), Said(intel[LeadFields.StateOrRegion]), Said(intel[LeadFields.Country]) }.Where(part => part.Length > 0));

    private static string Said(FieldValue value) =>
        value.InferredFrom.Length > 0 ? $"{value.Text} (inferred from {value.InferredFrom})" : value.Text;
}
