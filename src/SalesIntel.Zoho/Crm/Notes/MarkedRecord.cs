namespace SalesIntel.Zoho.Crm;

/// <summary>A note or task that carries a marker.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">The text in which the marker stands.</param>
internal sealed record MarkedRecord(string Id, string Text);
