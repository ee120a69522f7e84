using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>The answers to questions that ask for a field itself.</summary>
/// <param name="form">The form.</param>
/// <param name="fields">The fields that are read.</param>
internal sealed class StatedAnswers(Form form, IEnumerable<LeadField> fields)
{
    private const int LongestName = 120;

    // A question that asks for the field itself: its answer is the value.
    private static readonly Dictionary<string, FormTopic> Asked = new(StringComparer.Ordinal)
    {
        [LeadFields.CompanyName.Name] = FormTopic.Company,
        [LeadFields.CompanyWebsite.Name] = FormTopic.Website,
        [LeadFields.Country.Name] = FormTopic.Country,
        [LeadFields.StateOrRegion.Name] = FormTopic.State,
        [LeadFields.City.Name] = FormTopic.City,
        [LeadFields.Phone.Name] = FormTopic.Phone,
        [LeadFields.TeamSize.Name] = FormTopic.Staff,
        [LeadFields.Industry.Name] = FormTopic.Industry,
        [LeadFields.ReferredBy.Name] = FormTopic.Referral,
    };

    // What rules read for these stands in where a model has nothing that is proven.
    private static readonly HashSet<string> Filled = new(
        [
            .. Asked.Keys, LeadFields.FirstName.Name, LeadFields.LastName.Name, LeadFields.ToolsInUse.Name, LeadFields.PainPoints.Name,
            LeadFields.DemoObjectives.Name,
        ],
        StringComparer.Ordinal);

    private readonly FormReading reading =
        new(form, fields.Where(field => field.Evidence is EvidenceRule.Stated or EvidenceRule.Inferred && !FormRules.Fills(field)));

    /// <summary>What the form says of a field without a model reading it.</summary>
    public StatedAnswer Of(LeadField field)
    {
        // A signal that the form asked for is no gap, whether or not a model saw it; what is mentioned elsewhere is left to the model.
        if (FormRules.AskedSignal(field, reading) is [_, ..] signals)
        {
            return new StatedAnswer(signals, null, IsAsked: false);
        }

        if (!Filled.Contains(field.Name) || (Inference.For(field) is { } inference && form.Denies(inference.Topic)))
        {
            return StatedAnswer.None;
        }

        FormTopic? asked = Asked.TryGetValue(field.Name, out var topic) ? topic : null;
        return new StatedAnswer(
            FormRules.Read(field, reading), asked, asked is not null && reading.Text(topic) is { Length: > 0 and <= LongestName });
    }
}
