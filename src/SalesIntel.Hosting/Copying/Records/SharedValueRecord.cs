namespace SalesIntel.Hosting.Copying;

/// <summary>A value that processes share.</summary>
internal sealed record SharedValueRecord(string Key, string Value) : StoreRecord
{
    public override RecordKind Kind => RecordKind.SharedValue;

    public override string Identity => Key;

    public override int Bytes => base.Bytes + Value.Length;

    protected override IEnumerable<string?> Content => [Value];
}
