using SalesIntel.Leads;

namespace SalesIntel.Storage.Contract;

/// <summary>What is kept about a lead.</summary>
public sealed record LeadRecord
{
    /// <summary>The lead.</summary>
    public required LeadKey Key { get; init; }

    /// <summary>Its e-mail address; empty when nothing is kept about this lead.</summary>
    public string Email { get; init; } = "";

    /// <summary>All facts, ordered by <see cref="LeadFact.Id"/>.</summary>
    public IReadOnlyList<LeadFact> Facts { get; init; } = [];

    /// <summary>The CRM's id; empty when the lead was not written yet.</summary>
    public string CrmId { get; init; } = "";

    /// <summary>The values last written to the CRM, by the CRM's names of the fields.</summary>
    public JsonObject Written { get; init; } = [];

    /// <summary>What the CRM may show in place of <see cref="Written"/> although no person entered it: by the CRM's name of the field a list of
    /// values, the form in which the CRM took what we wrote, and the values of writes whose outcome is not known. Under a name that no CRM has
    /// stands what was passed over: values that the CRM did not take, or that gave way to a person's.</summary>
    public JsonObject OtherForms { get; init; } = [];

    /// <summary>Ids of notes and tasks in the CRM by what they are for.</summary>
    public IReadOnlyDictionary<string, string> References { get; init; } = new Dictionary<string, string>();
}
