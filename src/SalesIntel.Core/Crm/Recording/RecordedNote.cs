namespace SalesIntel.Crm;

/// <summary>A note that was not written.</summary>
/// <param name="Note">The note.</param>
/// <param name="Replaces">True when it would have replaced one that is there.</param>
internal sealed record RecordedNote(CrmNote Note, bool Replaces);
