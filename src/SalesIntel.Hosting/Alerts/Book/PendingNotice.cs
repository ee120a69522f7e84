namespace SalesIntel.Hosting.Alerts.Book;

/// <summary>A notice that this process has taken in order to send it.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Book">The store to inform when it was sent.</param>
internal sealed record PendingNotice(Notice Notice, IAlertStore Book);
