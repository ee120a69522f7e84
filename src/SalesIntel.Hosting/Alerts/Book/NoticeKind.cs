namespace SalesIntel.Hosting.Alerts.Book;

/// <summary>Why a notice is sent.</summary>
internal enum NoticeKind
{
    /// <summary>Something has happened for the first time.</summary>
    First,

    /// <summary>It has happened again, so and so many times.</summary>
    Digest,

    /// <summary>It is over.</summary>
    AllClear,
}
