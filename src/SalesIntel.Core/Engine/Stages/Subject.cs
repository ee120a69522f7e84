using SalesIntel.Crm;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>What an event gives to read and to write about: a booking or a meeting.</summary>
internal abstract class Subject
{
    /// <summary>What the note is about, as it stands in the lead's references.</summary>
    public abstract string NoteSubject { get; }

    /// <summary>True when a later message about the same thing is known: this one is neither read nor written any more.</summary>
    public abstract bool IsReplaced(IReadOnlyCollection<LeadFact> facts);

    /// <summary>Reads the intelligence.</summary>
    public abstract Task<(LeadFact Fact, ExtractionReceipt Receipt)> ExtractAsync(
        WebhookEvent stored, IExtractor extractor, CancellationToken cancellationToken);

    /// <summary>Writes the note from what is known about this subject.</summary>
    public abstract CrmNote Note(IReadOnlyCollection<LeadFact> facts);

    /// <summary>The follow-up task with what it is about; null when there is none to make.</summary>
    public abstract (string Subject, CrmTask Task)? FollowUpTask(ProcessingOptions options);
}
