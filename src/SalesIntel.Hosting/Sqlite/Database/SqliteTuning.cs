namespace SalesIntel.Hosting.Sqlite;

/// <summary>How connections to the database are set up.</summary>
/// <param name="SyncsOnCommit">A commit is on the disk when it returns, so that a power cut loses nothing.</param>
/// <param name="MostPages">The file does not grow beyond so many pages, as if the disk were full; null = up to the disk.</param>
/// <param name="IsAlone">No other process may use the file meanwhile.</param>
internal sealed record SqliteTuning(bool SyncsOnCommit = true, long? MostPages = null, bool IsAlone = false);
