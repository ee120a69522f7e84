using SalesIntel.Alerts;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Alerts.Book;

/// <summary>Remembers, for all processes, which troubles there are and what people are still to be told: each trouble once, its
/// repetitions as a count, its end once. What is owed stays owed until it is told. May throw
/// <see cref="StoreUnavailableException"/>.</summary>
internal interface IAlertStore
{
    /// <summary>Counts an alert, or ends its trouble; see <see cref="AlertBook.Record"/> for the answer.</summary>
    Task<string?> RecordAsync(Alert alert, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken);

    /// <summary>A notice that is owed, for exactly one caller, who tells it within <see cref="AlertBook.Attempt"/> and then says so; null
    /// when none is.</summary>
    Task<Notice?> TakeOwedAsync(DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken);

    /// <summary>A notice that was taken has been told.</summary>
    Task ToldAsync(Notice notice, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken);
}
