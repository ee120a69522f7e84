using SalesIntel.Crm;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>A meeting whose transcript is read and for which a note is written.</summary>
internal sealed class MeetingSubject(Meeting meeting, DateTimeOffset acceptedAt) : Subject
{
    private readonly MeetingDocument document = new(meeting, acceptedAt);

    public override string NoteSubject => MeetingNote.Subject(meeting.SessionId);

    public override bool IsReplaced(IReadOnlyCollection<LeadFact> facts) => facts.OfType<MeetingHeld>().Any(fact =>
        fact.SessionId == meeting.SessionId && fact.AcceptedAt > acceptedAt);

    public override async Task<(LeadFact Fact, ExtractionReceipt Receipt)> ExtractAsync(
        WebhookEvent stored, IExtractor extractor, CancellationToken cancellationToken)
    {
        var extraction = await extractor.ExtractMeddicAsync(meeting, cancellationToken).ConfigureAwait(false);
        var fact = new ValuesRead
        {
            EventId = stored.EventId,
            At = document.At,
            Document = document.Key,
            DocumentKind = document.Kind,
            Revision = document.Revision,
            Values = ExtractedValues.Of(extraction.Value),
            ReadBy = ExtractedValues.ReaderOf(extraction.Source),
        };
        return (fact, ExtractionReceipt.Of(extraction));
    }

    public override CrmNote Note(IReadOnlyCollection<LeadFact> facts)
    {
        var read = facts.OfType<ValuesRead>()
            .Where(fact => fact.Document == document.Key && fact.Revision == document.Revision)
            .OrderBy(fact => fact.EventId, StringComparer.Ordinal)
            .LastOrDefault();
        return MeetingNote.Write(meeting, read?.Values, read?.ReadBy ?? Reader.None);
    }

    public override (string Subject, CrmTask Task)? FollowUpTask(ProcessingOptions options) => null;
}
