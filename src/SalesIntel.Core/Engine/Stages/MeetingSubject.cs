using SalesIntel.Crm;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>A meeting whose transcript is read and for which a note is written.</summary>
internal sealed class MeetingSubject(Meeting meeting, DateTimeOffset acceptedAt) : Subject
{
    public override string NoteSubject => MeetingNote.Subject(meeting.SessionId);

    public override bool IsReplaced(IReadOnlyCollection<LeadFact> facts) => facts.OfType<MeetingHeld>().Any(fact =>
        fact.SessionId == meeting.SessionId && fact.AcceptedAt > acceptedAt);

    public override async Task<(LeadFact Fact, ExtractionReceipt Receipt)> ExtractAsync(
        WebhookEvent stored, IExtractor extractor, CancellationToken cancellationToken)
    {
        var extraction = await extractor.ExtractMeddicAsync(meeting, cancellationToken).ConfigureAwait(false);
        var fact = new MeddicExtracted
        {
            EventId = stored.EventId,
            At = meeting.End ?? meeting.Start ?? stored.CreatedAt,
            SessionId = meeting.SessionId,
            AcceptedAt = acceptedAt,
            Assessment = extraction.Value,
            Source = extraction.Source,
        };
        return (fact, ExtractionReceipt.Of(extraction));
    }

    public override CrmNote Note(IReadOnlyCollection<LeadFact> facts)
    {
        var read = facts.OfType<MeddicExtracted>()
            .Where(fact => fact.SessionId == meeting.SessionId && fact.AcceptedAt == acceptedAt)
            .OrderBy(fact => fact.EventId, StringComparer.Ordinal)
            .LastOrDefault();
        return MeetingNote.Write(meeting, read?.Assessment, read?.Source ?? "");
    }

    public override (string Subject, CrmTask Task)? FollowUpTask(ProcessingOptions options) => null;
}
