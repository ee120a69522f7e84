namespace SalesIntel.Storage.Contract;

/// <summary>A semaphore over all processes: a number of slots with a name, which processes hold for a while. What a process holds lapses by
/// itself when it does not ask again, so a process that dies gives its slots back. A store of your own may leave this out: whoever needs
/// slots then counts those of its own process alone.</summary>
public interface ISlotLeases
{
    /// <summary>Brings what a process holds as near as possible to what it wants: takes, prolongs and gives back in one step. Harmless to
    /// repeat. Nobody holds more than its fair share while others wait, except what is in use; where there are fewer slots than processes,
    /// those that had one last are last.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    Task<SlotGrant> RequestAsync(SlotRequest request, CancellationToken cancellationToken);
}
