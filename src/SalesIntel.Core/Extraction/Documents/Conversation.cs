using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Reads documents as conversations.</summary>
internal static class Conversation
{
    /// <summary>The meeting of a document.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static Meeting Of(LeadDocument document) => document is MeetingDocument { Meeting: var meeting }
        ? meeting
        : throw new ArgumentException(
            $"A {document.GetType().Name} can't be read as a conversation: use MeetingDocument.", nameof(document));
}
