namespace SalesIntel.Hosting.Copying;

/// <summary>A lane of the queue; its events say that they are in it. Whoever held it holds it no longer.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="DueAt">When it may next be taken.</param>
internal sealed record LaneRecord(Lane Lane, DateTimeOffset DueAt) : StoreRecord
{
    public override RecordKind Kind => RecordKind.Lane;

    public override string Identity => Lane.Value;

    protected override IEnumerable<string?> Content => [];
}
