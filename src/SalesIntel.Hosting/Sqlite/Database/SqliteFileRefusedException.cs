namespace SalesIntel.Hosting.Sqlite;

/// <summary>The file can't be used until somebody does something about it: it is no database of ours, of a newer version, or not writable.
/// A host does not start with it.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="inner">The cause.</param>
internal sealed class SqliteFileRefusedException(string message, Exception? inner = null) : Exception(message, inner);
