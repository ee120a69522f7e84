namespace SalesIntel.Hosting.Alerts.Book;

/// <summary>A notice that one process has taken to tell it.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Book">Which is to hear when people have been told.</param>
internal sealed record OwedNotice(Notice Notice, IAlertStore Book);
