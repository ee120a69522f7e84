using SalesIntel.Crm;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>A booking whose answers are read and for which a note is written.</summary>
internal sealed class BookingSubject(Booking booking) : Subject
{
    private readonly BookingDocument document = new(booking);

    public override string NoteSubject => BookingNote.Subject(booking.InviteeId);

    public override bool IsReplaced(IReadOnlyCollection<LeadFact> facts) => facts.OfType<BookingSeen>().Any(fact =>
        fact.Booking.InviteeId == booking.InviteeId && fact.Moves && fact.Booking.UpdatedAt > booking.UpdatedAt);

    public override async Task<(LeadFact Fact, ExtractionReceipt Receipt)> ExtractAsync(
        WebhookEvent stored, IExtractor extractor, CancellationToken cancellationToken)
    {
        var extraction = await extractor.ExtractIntelAsync(booking, cancellationToken).ConfigureAwait(false);
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
            .OrderBy(fact => fact.ReadBy)
            .ThenBy(fact => fact.EventId, StringComparer.Ordinal)
            .LastOrDefault();
        return BookingNote.Write(booking, read?.Values, read?.ReadBy ?? Reader.None);
    }

    public override (string Subject, CrmTask Task)? FollowUpTask(ProcessingOptions options) => options.CreateFollowUpTask
        ? (FollowUp.Subject(booking.InviteeId), FollowUp.Write(booking))
        : null;
}
