using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>What a form leaves open of budget, authority, need and timing: computed from what was proven, whoever read it.</summary>
internal static class FormGaps
{
    private static readonly (string Gap, LeadField Signal, string Question)[] Bant =
    [
        ("Budget", LeadFields.BudgetSignal, "Is there a budget for this, and what does the problem cost today?"),
        ("Authority", LeadFields.AuthoritySignal, "Who decides on a tool like this, and who else has to agree?"),
        ("Need", LeadFields.NeedSignal, "What happens today that should not, and how often?"),
        ("Timing", LeadFields.TimingSignal, "Is there a date that makes this important?"),
    ];

    /// <summary>One line for each gap.</summary>
    /// <param name="form">The form.</param>
    /// <param name="fields">The fields that were read: another one is no gap.</param>
    /// <param name="values">What was read of them.</param>
    public static string Lines(Form form, IReadOnlyCollection<LeadField> fields, LeadValues values) =>
        string.Join('\n', Missing(fields, values).Select(part => $"{part.Gap}: no signal in the {form.Noun}"));

    /// <summary>The question that closes each gap.</summary>
    public static IEnumerable<string> Questions(IReadOnlyCollection<LeadField> fields, LeadValues values) =>
        Missing(fields, values).Select(part => part.Question);

    private static IEnumerable<(string Gap, LeadField Signal, string Question)> Missing(IReadOnlyCollection<LeadField> fields,
        LeadValues values) =>
        Bant.Where(part => fields.Any(field => field.Name == part.Signal.Name) && !values[part.Signal].IsWritable);
}
