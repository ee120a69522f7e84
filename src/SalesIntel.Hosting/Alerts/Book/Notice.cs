namespace SalesIntel.Hosting.Alerts.Book;

/// <summary>A message for people.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Group">About what.</param>
/// <param name="TryAt">The end of this attempt to send it, UTC; distinguishes attempts.</param>
internal sealed record Notice(NoticeKind Kind, AlertGroup Group, DateTimeOffset TryAt);
