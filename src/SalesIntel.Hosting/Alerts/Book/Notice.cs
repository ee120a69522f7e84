namespace SalesIntel.Hosting.Alerts.Book;

/// <summary>What people are to be told.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Group">About what.</param>
/// <param name="TryAt">Until when whoever has taken it may try, UTC; tells attempts apart.</param>
internal sealed record Notice(NoticeKind Kind, AlertGroup Group, DateTimeOffset TryAt);
