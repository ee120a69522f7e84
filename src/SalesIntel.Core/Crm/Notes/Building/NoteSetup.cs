using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>What a note is written with besides the document and its values.</summary>
internal sealed record NoteSetup
{
    /// <summary>Who belongs to the sellers, and in which zones they are.</summary>
    public TeamOptions Team { get; init; } = new();

    /// <summary>What the CRM did not take as it was, as <c>Field: reason</c>.</summary>
    public IReadOnlyCollection<string> Issues { get; init; } = [];

    /// <summary>UTF-16 units that the CRM takes; below 2,000 it is taken for 2,000.</summary>
    public int MaxLength { get; init; } = int.MaxValue;

    /// <summary>Why nothing that is said in a meeting was taken for the customer's words; null = something could be.</summary>
    public UnreadReason? Unread { get; init; }

    /// <summary>What has changed since the call before; null when there was none.</summary>
    internal SinceLastCall? Since { get; init; }
}
