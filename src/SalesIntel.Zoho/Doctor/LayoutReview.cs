using SalesIntel.Doctor;
using SalesIntel.Leads;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Crm;

namespace SalesIntel.Zoho.Doctor;

/// <summary>Finds fields that a new lead must have and perhaps lacks.</summary>
internal sealed class LayoutReview(ZohoFieldOptions options, FieldCatalog catalog, ModuleFields fields)
{
    // Zoho fills these itself.
    private static readonly HashSet<string> FilledByZoho = ["Owner", "Layout"];

    // In every new lead, or with a stand-in of its own.
    private static readonly LeadField[] AlwaysKnown = [DemoFields.Email, LeadFields.LastName, DemoFields.Status];

    /// <summary>What is found in the layouts.</summary>
    public IEnumerable<DoctorFinding> Of(IReadOnlyList<ZohoLayout> layouts)
    {
        var required = (from layout in layouts
                        from section in layout.Sections ?? []
                        from field in section.Fields ?? []
                        where field is { IsRequired: true, ApiName.Length: > 0 } && !FilledByZoho.Contains(field.ApiName)
                        group layout.Name by field.ApiName).ToList();
        var findings = required.Where(field => fields.Find(field.Key)?.CanWrite(update: false) != false)
            .Select(field => Of(field.Key, field.OfType<string>().Distinct())).OfType<DoctorFinding>().ToList();
        return findings.Count > 0
            ? findings
            : [new(DoctorLevel.Ok, "mandatory_field", "", "Every field that a layout makes mandatory is filled.")];
    }

    private DoctorFinding? Of(string name, IEnumerable<string> layouts)
    {
        var field = catalog.All.FirstOrDefault(one => options.NameOf(one) == name);
        if (field is not null && AlwaysKnown.Contains(field))
        {
            return null;
        }

        if (options.StandIns.TryGetValue(name, out var standIn) && standIn.Length > 0)
        {
            return null;
        }

        var where = string.Join(", ", layouts.Select(layout => $"'{layout}'"));
        var advice = $"Make the field optional in Zoho's layout, or give it a stand-in: {nameof(ZohoFieldOptions)}."
            + $"{nameof(ZohoFieldOptions.StandIns)}[\"{name}\"].";
        return field is null
            ? new(DoctorLevel.Error, "mandatory_field", name,
                $"The field is mandatory in the layout {where}, and nothing fills it.", advice)
            : new(DoctorLevel.Warning, "mandatory_field", name,
                $"The field is mandatory in the layout {where}, and {field.Label} is not known of every lead.", advice);
    }
}
