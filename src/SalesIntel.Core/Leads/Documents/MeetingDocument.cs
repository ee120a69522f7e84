namespace SalesIntel.Leads;

/// <summary>A recorded meeting with its transcript.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="AcceptedAt">When this push of it was accepted, UTC.</param>
public sealed record MeetingDocument(Meeting Meeting, DateTimeOffset AcceptedAt) : LeadDocument
{
    /// <inheritdoc/>
    public override string Key => KeyOf(Meeting.SessionId);

    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Conversation;

    /// <inheritdoc/>
    public override DateTimeOffset Revision => AcceptedAt;

    /// <inheritdoc/>
    public override DateTimeOffset At => Meeting.End ?? Meeting.Start ?? AcceptedAt;

    /// <summary>The key of a meeting's document.</summary>
    internal static string KeyOf(string sessionId) => $"meeting:{sessionId}";
}
