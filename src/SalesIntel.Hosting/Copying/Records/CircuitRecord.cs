namespace SalesIntel.Hosting.Copying;

/// <summary>An open circuit. Who probes is not taken over.</summary>
internal sealed record CircuitRecord(string Provider, OpenCircuit Open) : StoreRecord
{
    public override RecordKind Kind => RecordKind.Circuit;

    public override string Identity => Provider;

    protected override IEnumerable<string?> Content => [Open.Reason];
}
