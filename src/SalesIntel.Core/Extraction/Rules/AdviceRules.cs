using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>What follows for the sales rep from what was read: questions, focus and the cheat sheet. One rule for each field of
/// advice that rules fill.</summary>
/// <param name="catalog">The fields: what is not among them is no gap.</param>
/// <param name="values">What was read.</param>
/// <param name="reading">The form from which it was read.</param>
internal sealed class AdviceRules(FieldCatalog catalog, LeadValues values, FormReading reading)
{
    private static readonly Dictionary<string, Func<AdviceRules, string>> ByField = new(StringComparer.Ordinal)
    {
        [LeadFields.DiscoveryQuestions.Name] = rules => rules.Questions(),
        [LeadFields.DemoFocus.Name] = rules => rules.Focus(),
        [LeadFields.CheatSheet.Name] = rules => rules.CheatSheet(),
    };

    /// <summary>The advice of a field; empty when there is none.</summary>
    public string Read(LeadField field) => ByField.TryGetValue(field.Name, out var rule) ? rule(this) : "";

    private bool IsMissing(LeadField field) => catalog.Find(field.Name) is not null && !values[field].IsKnown;

    private string Questions()
    {
        var questions = FormGaps.Questions(catalog.Intel, values).ToList();
        if (values[LeadFields.PainPoints].IsKnown)
        {
            questions.Add("Could you walk me through the last time this went wrong?");
        }

        if (IsMissing(LeadFields.ToolsInUse))
        {
            questions.Add("Which tools do you use for this today, and what do you want to keep?");
        }

        return string.Join('\n', questions);
    }

    private string Focus() => string.Join('\n', new[] { LeadFields.PainPoints, LeadFields.DemoObjectives }
        .SelectMany(field => values[field].Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Distinct().Take(6)
        .Select(line => $"Show how this is solved: {TextCleaner.Cut(line, 200)}"));

    private string CheatSheet()
    {
        var source = reading.Form.Noun == "form" ? "form" : $"{reading.Form.Noun} form";
        var sheet = new StringBuilder($"Prepared by rules from the {source}, without a language model.\n");
        Line("Who", Joined(", ", Joined(" ", Value(LeadFields.FirstName), Value(LeadFields.LastName)), reading.Text(FormTopic.Role)));
        Line("Company", Value(LeadFields.CompanyName));
        Line("Website", Value(LeadFields.CompanyWebsite));
        Line("Where", Joined(", ", Value(LeadFields.City), Value(LeadFields.StateOrRegion), Value(LeadFields.Country)));
        Line("Team", Value(LeadFields.TeamSize));
        Line("Demo", Value(values[LeadFields.DemoDateTimeLocal].IsKnown ? LeadFields.DemoDateTimeLocal : LeadFields.DemoDateTimeUtc));
        Line("Came by", Value(LeadFields.ReferredBy));
        Line("Tools today", Value(LeadFields.ToolsInUse));
        Line("Pain", Value(LeadFields.PainPoints));
        Line("Wants to see", Value(LeadFields.DemoObjectives));
        foreach (var field in catalog.Intel.Where(field => field.InNote && !LeadFields.All.Contains(field)))
        {
            Line(field.Label, Value(field));
        }

        Line("Not known yet", FormGaps.Lines(reading.Form, catalog.Intel, values));
        Line("Ask", Questions());
        return sheet.ToString().TrimEnd();

        string Value(LeadField field) => values[field].IsKnown ? values[field].TextWithOrigin : "";

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

    private static string Joined(string separator, params IEnumerable<string> parts) =>
        string.Join(separator, parts.Where(part => part.Length > 0));
}
