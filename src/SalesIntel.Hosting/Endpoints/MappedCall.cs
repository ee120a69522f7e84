namespace SalesIntel.Hosting.Endpoints;

/// <summary>Marks the endpoints that one call has mapped.</summary>
/// <param name="text">The call as it is written in the host's code.</param>
internal sealed class MappedCall(string text)
{
    public override string ToString() => text;
}
