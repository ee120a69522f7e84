namespace SalesIntel.Hosting.Sqlite;

/// <summary>How long things are kept.</summary>
/// <param name="Event">An event after it has ended.</param>
/// <param name="Idempotency">Idempotency keys, leads, and which lead a meeting belongs to.</param>
internal sealed record SqliteLives(TimeSpan Event, TimeSpan Idempotency);
