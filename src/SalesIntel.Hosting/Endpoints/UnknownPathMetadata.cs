namespace SalesIntel.Hosting.Endpoints;

/// <summary>Marks an endpoint that answers the unknown paths of a group of SalesIntel's.</summary>
internal sealed class UnknownPathMetadata
{
    public static readonly UnknownPathMetadata Instance = new();

    private UnknownPathMetadata()
    {
    }
}
