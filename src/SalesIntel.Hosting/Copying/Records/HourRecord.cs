namespace SalesIntel.Hosting.Copying;

/// <summary>A lead with a booking in an hour, or an event that awaits one.</summary>
internal sealed record HourRecord(RecordKind Of, string Hour, string Entry) : StoreRecord
{
    public override RecordKind Kind => Of;

    public override string Identity => $"{Hour} {Entry}";

    protected override IEnumerable<string?> Content => [];
}
