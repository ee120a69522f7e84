using SalesIntel.Alerts;

namespace SalesIntel.Hosting.Alerts;

/// <summary>Remembers, for all processes, which troubles people have been told about, so that each is told once and its repetitions
/// are counted. May throw <see cref="SalesIntel.Storage.StoreUnavailableException"/>.</summary>
internal interface IAlertStore
{
    /// <summary>Counts an alert. True for exactly one caller for each trouble: nobody was told yet, a window begins.</summary>
    Task<bool> RecordAsync(Alert alert, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken);

    /// <summary>Ends a trouble; what was known about it for exactly one caller, null when it was not open.</summary>
    Task<AlertGroup?> CloseAsync(string fingerprint, CancellationToken cancellationToken);

    /// <summary>The troubles whose window is over and that were repeated in it; each for exactly one caller, a new window begins. One that
    /// was not repeated is closed.</summary>
    Task<IReadOnlyList<AlertGroup>> TakeDigestsAsync(DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken);
}
