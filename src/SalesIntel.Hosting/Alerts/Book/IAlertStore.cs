using SalesIntel.Alerts;

namespace SalesIntel.Hosting.Alerts.Book;

/// <summary>Keeps, for all processes, the open incidents and the notices that are pending: one notice when an incident begins, a count of
/// its repetitions, one notice when it ends. A notice stays pending until it was sent. May throw
/// <see cref="StoreUnavailableException"/>.</summary>
internal interface IAlertStore
{
    /// <summary>Counts an alert, or ends its incident; see <see cref="IncidentBook.Record"/> for the result.</summary>
    Task<string?> RecordAsync(Alert alert, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken);

    /// <summary>Gives a pending notice to exactly one caller, who has <see cref="IncidentBook.Attempt"/> to send it and to mark it as sent;
    /// null when none is pending.</summary>
    Task<Notice?> TakePendingAsync(DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken);

    /// <summary>Marks a notice that was taken as sent.</summary>
    Task MarkSentAsync(Notice notice, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken);
}
