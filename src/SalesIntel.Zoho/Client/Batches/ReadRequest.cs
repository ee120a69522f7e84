namespace SalesIntel.Zoho.Client;

/// <summary>One record that is to be read by its id.</summary>
/// <param name="Module">API name of the module.</param>
/// <param name="Id">The record's id.</param>
/// <param name="Columns">API names of the fields that a list shows whole.</param>
internal sealed record ReadRequest(string Module, string Id, IReadOnlyCollection<string> Columns)
{
    /// <summary>API names of the fields of which a list shows the beginning only.</summary>
    public IReadOnlyCollection<string> Long { get; init; } = [];

    /// <summary>False when nothing is known of the fields, so that any long text may have been cut.</summary>
    public bool AreTypesKnown { get; init; } = true;
}
