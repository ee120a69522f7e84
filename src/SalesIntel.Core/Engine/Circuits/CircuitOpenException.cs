namespace SalesIntel.Engine;

/// <summary>A provider is known to be down: what needs it waits, without an attempt being charged.</summary>
internal sealed class CircuitOpenException(string circuit, DateTimeOffset retryAt)
    : Exception($"The {circuit} circuit is open.")
{
    public string Circuit { get; } = circuit;

    public DateTimeOffset RetryAt { get; } = retryAt;
}
