namespace SalesIntel.Hosting.Endpoints;

/// <summary>Marks the endpoint that takes the unknown paths of a group of SalesIntel.</summary>
internal sealed class UnknownPathMetadata
{
    public static readonly UnknownPathMetadata Instance = new();

    private UnknownPathMetadata()
    {
    }
}
