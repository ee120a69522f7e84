namespace SalesIntel.Storage.Contract;

/// <summary>The store can't be reached, or refuses to write. Transient: nothing was acknowledged, the sender should retry.</summary>
/// <param name="message">What was wrong and what to do; no secret, no personal data.</param>
/// <param name="inner">The cause.</param>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
