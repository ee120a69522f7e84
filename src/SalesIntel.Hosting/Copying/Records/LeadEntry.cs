namespace SalesIntel.Hosting.Copying;

/// <summary>What is kept about a lead.</summary>
internal sealed record LeadEntry(LeadRecord Lead) : StoreRecord
{
    private const int FactBytes = 1024;

    public override RecordKind Kind => RecordKind.Lead;

    public override string Identity => Lead.Key.Value;

    public override int Bytes => base.Bytes + (FactBytes * Lead.Facts.Count);

    protected override IEnumerable<string?> Content =>
    [
        Lead.Email, Lead.CrmId, Lead.Written.ToJsonString(), Lead.OtherForms.ToJsonString(),
        .. Lead.Facts.Select(StoreJson.WriteFact),
        .. Lead.References.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value}"),
    ];

    /// <summary>The update that writes all of it.</summary>
    public LeadUpdate ToUpdate() => new()
    {
        Key = Lead.Key,
        Email = Lead.Email,
        Facts = Lead.Facts,
        CrmId = Lead.CrmId.Length == 0 ? null : Lead.CrmId,
        Written = Lead.Written,
        OtherForms = Lead.OtherForms,
        References = Lead.References,
    };
}
