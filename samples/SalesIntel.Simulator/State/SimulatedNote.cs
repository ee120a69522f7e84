namespace SalesIntel.Simulator;

/// <summary>A note as the simulated CRM holds it.</summary>
/// <param name="Id">Record id.</param>
/// <param name="ParentModule">Module of the record it hangs on.</param>
/// <param name="ParentId">Id of that record.</param>
/// <param name="Title">Note_Title.</param>
/// <param name="Content">Note_Content.</param>
/// <param name="Created">When it was inserted.</param>
/// <param name="Modified">When it was last written.</param>
/// <param name="Revision">1 after the insert, one more with each update.</param>
public sealed record SimulatedNote(
    string Id,
    string ParentModule,
    string ParentId,
    string? Title,
    string? Content,
    DateTimeOffset Created,
    DateTimeOffset Modified,
    int Revision);
