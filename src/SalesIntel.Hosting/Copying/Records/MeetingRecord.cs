namespace SalesIntel.Hosting.Copying;

/// <summary>Which lead a meeting belongs to.</summary>
internal sealed record MeetingRecord(string Session, string Email) : StoreRecord
{
    public override RecordKind Kind => RecordKind.Meeting;

    public override string Identity => Session;

    protected override IEnumerable<string?> Content => [Email];
}
