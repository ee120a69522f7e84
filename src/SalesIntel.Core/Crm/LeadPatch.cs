using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>What a lead should be in the CRM, by field of the catalogue. The CRM's own names and forms are the adapter's: see
/// <see cref="ICrmMapping"/>.</summary>
public sealed record LeadPatch
{
    /// <summary>The lead's e-mail address, lower case.</summary>
    public required string Email { get; init; }

    /// <summary>The fields in the order of the catalogue.</summary>
    public required IReadOnlyList<PatchField> Fields { get; init; }

    /// <summary>The patch that shows a lead whole: every field of the catalogue once. A pure function.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="catalog">The fields in force.</param>
    public static LeadPatch Of(Lead lead, FieldCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(catalog);
        return new LeadPatch
        {
            Email = lead.Email,
            Fields = [.. catalog.All.Select(field => new PatchField(field, PatchValue.Of(field, lead, catalog), PolicyOf(field, lead, catalog)))],
        };
    }

    // The time of a meeting that nobody booked is when its recording began: a time that a person has entered is better.
    private static WritePolicy PolicyOf(LeadField field, Lead lead, FieldCatalog catalog) =>
        field == DemoFields.DemoTime && lead.Booking is null ? WritePolicy.PreserveUserEdits : catalog.PolicyOf(field);
}
