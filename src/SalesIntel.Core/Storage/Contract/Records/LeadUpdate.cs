using SalesIntel.Leads;

namespace SalesIntel.Storage.Contract;

/// <summary>A change to what is kept about a lead; members that are null or empty change nothing.</summary>
public sealed record LeadUpdate
{
    /// <summary>The lead.</summary>
    public required LeadKey Key { get; init; }

    /// <summary>Its e-mail address, lower case.</summary>
    public required string Email { get; init; }

    /// <summary>Facts to add; one that is already there (same <see cref="LeadFact.Id"/>) is overwritten by itself.</summary>
    public IReadOnlyList<LeadFact> Facts { get; init; } = [];

    /// <summary>Ids of facts to remove, because they belong to another lead.</summary>
    public IReadOnlyList<string> WithdrawnFacts { get; init; } = [];

    /// <summary>The CRM's id of the lead; empty text forgets it.</summary>
    public string? CrmId { get; init; }

    /// <summary>The whole set of values last written to the CRM, by the CRM's names.</summary>
    public JsonObject? Written { get; init; }

    /// <summary>The whole of <see cref="LeadRecord.OtherForms"/>.</summary>
    public JsonObject? OtherForms { get; init; }

    /// <summary>Ids of notes and tasks in the CRM by what they are for, e.g. <c>note:booking:{invitee}</c>, to add or replace.</summary>
    public IReadOnlyDictionary<string, string> References { get; init; } = new Dictionary<string, string>();
}
