namespace SalesIntel.Zoho.Client;

/// <summary>A record that already holds a value which must be unique.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Module">API name of its module; null when Zoho does not say. With Zoho's duplicate check preference it may be another
/// module than the one that was written to, e.g. <c>Contacts</c>.</param>
public sealed record ZohoDuplicate(string Id, string? Module);
