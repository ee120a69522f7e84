namespace SalesIntel.Storage.Contract;

/// <summary>Remembers, for all processes, which provider is down, so that what needs it pauses instead of using up attempts.</summary>
public interface ICircuitStore
{
    /// <summary>The state of a provider's circuit; null = closed, calls may go on.</summary>
    Task<OpenCircuit?> GetAsync(string provider, CancellationToken cancellationToken);

    /// <summary>Opens the circuit or prolongs it until <paramref name="until"/>. True when it was closed before: exactly one caller,
    /// over all processes, is told so for one outage.</summary>
    Task<bool> OpenAsync(string provider, DateTimeOffset until, string reason, CancellationToken cancellationToken);

    /// <summary>Asks to try the provider once although the circuit is open. True for one caller at a time once the pause is over; the
    /// permission lapses after <paramref name="atMost"/>.</summary>
    Task<bool> TryProbeAsync(string provider, TimeSpan atMost, CancellationToken cancellationToken);

    /// <summary>Closes the circuit; what was open, or null when it was closed already (exactly one caller is told what was open).</summary>
    Task<OpenCircuit?> CloseAsync(string provider, CancellationToken cancellationToken);
}
