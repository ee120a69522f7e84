namespace SalesIntel.Crm;

/// <summary>What became of a write to a lead.</summary>
public sealed record CrmLeadReceipt
{
    /// <summary>The CRM's id; empty when <see cref="Gone"/>.</summary>
    public required string LeadId { get; init; }

    /// <summary>True when the lead was created by this write.</summary>
    public bool Created { get; init; }

    /// <summary>True when the id no longer names a lead (deleted or merged): write again without it.</summary>
    public bool Gone { get; init; }

    /// <summary>True when nothing was written because the CRM knows this person already, by a record that the look-up did not show:
    /// <see cref="LeadId"/> names it. Compare with what it holds, and write again with that id.</summary>
    public bool Exists { get; init; }

    /// <summary>True when nothing was written: the write was only recorded, in a dry run or a preview.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>The fields of the write that the CRM took, by the CRM's name, with the values in the form in which it took them; null = all of
    /// them as the <see cref="ICrm.Mapping"/> has them. What is not among them is tried again when its value or what the CRM says of the field has
    /// changed (<see cref="ICrm.GetFieldVersionsAsync"/>), and after a day. Fields that the
    /// CRM's adapter has filled on its own, because the CRM demands them, are among them.</summary>
    public JsonObject? Sent { get; init; }

    /// <summary>Fields that the CRM did not take or that had to be shortened, as <c>Field: reason</c>, without values.</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];
}
