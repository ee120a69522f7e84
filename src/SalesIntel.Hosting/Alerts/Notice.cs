namespace SalesIntel.Hosting.Alerts;

/// <summary>What people are to be told.</summary>
internal sealed record Notice(NoticeKind Kind, AlertGroup Group);
