namespace SalesIntel.Chaos.Machines;

/// <summary>Where the hosts keep what they accepted.</summary>
internal enum StoreKind
{
    /// <summary>A redis-server with an append-only file.</summary>
    Redis,

    /// <summary>A SQLite file that all processes share.</summary>
    Sqlite,
}
