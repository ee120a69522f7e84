namespace SalesIntel.Zoho.Client;

/// <summary>The records of one e-mail address.</summary>
/// <param name="Module">API name of the module.</param>
/// <param name="Email">The address, lower case.</param>
/// <param name="Columns">API names of the fields to read, the address and whatever else the caller needs among them.</param>
/// <param name="Converted">Whether leads are seen that have become contacts; a query sees all there are.</param>
internal sealed record FindRequest(string Module, string Email, IReadOnlyCollection<string> Columns, ZohoConverted Converted)
{
    /// <summary>What requests have in common that go with one call.</summary>
    public string Group => $"{Module}\n{Converted}";
}
