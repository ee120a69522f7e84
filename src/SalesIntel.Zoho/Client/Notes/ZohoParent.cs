namespace SalesIntel.Zoho.Client;

/// <summary>The record to which a note or a task belongs.</summary>
/// <param name="Module">API name of its module, e.g. <c>Leads</c>.</param>
/// <param name="Id">Its id.</param>
public sealed record ZohoParent(string Module, string Id);
