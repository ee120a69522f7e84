using SalesIntel.Crm;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>What is done with an event's document: it is read, a note is written about it, and for a booking a task is made.</summary>
internal static class DocumentWork
{
    /// <summary>What the note is about, as it stands in the lead's references.</summary>
    public static string NoteSubject(LeadDocument document) => $"note:{document.Key}";

    /// <summary>Has the values read.</summary>
    public static async Task<(ValuesRead Fact, ExtractionReceipt Receipt)> ExtractAsync(
        WebhookEvent stored, LeadDocument document, IExtractor extractor, CancellationToken cancellationToken)
    {
        var (values, source, receipt) = await AskAsync(document, extractor, cancellationToken).ConfigureAwait(false);
        var fact = new ValuesRead
        {
            EventId = stored.EventId,
            At = document.At,
            Document = document.Key,
            DocumentKind = document.Kind,
            Revision = document.Revision,
            Values = values,
            ReadBy = ExtractedValues.ReaderOf(source),
        };
        return (fact, receipt);
    }

    /// <summary>Writes the note from the document and what was read from this state of it.</summary>
    public static CrmNote Note(LeadDocument document, IReadOnlyCollection<LeadFact> facts)
    {
        var read = facts.OfType<ValuesRead>()
            .Where(fact => fact.Document == document.Key && fact.Revision == document.Revision)
            .OrderBy(fact => fact.ReadBy)
            .ThenBy(fact => fact.EventId, StringComparer.Ordinal)
            .LastOrDefault();
        var readBy = read?.ReadBy ?? Reader.None;
        return document switch
        {
            BookingDocument booking => BookingNote.Write(booking.Booking, read?.Values, readBy),
            MeetingDocument meeting => MeetingNote.Write(meeting.Meeting, read?.Values, readBy),
            _ => throw Unknown(document),
        };
    }

    /// <summary>The follow-up task with what it is about; null when there is none to make.</summary>
    public static (string Subject, CrmTask Task)? FollowUpTask(LeadDocument document, ProcessingOptions options) =>
        options.CreateFollowUpTask && document is BookingDocument { Booking: var booking }
            ? (FollowUp.Subject(booking.InviteeId), FollowUp.Write(booking))
            : null;

    private static async Task<(LeadValues Values, string Source, ExtractionReceipt Receipt)> AskAsync(
        LeadDocument document, IExtractor extractor, CancellationToken cancellationToken)
    {
        switch (document)
        {
            case BookingDocument booking:
                var intel = await extractor.ExtractIntelAsync(booking.Booking, cancellationToken).ConfigureAwait(false);
                return (ExtractedValues.Of(intel.Value), intel.Source, ExtractionReceipt.Of(intel));
            case MeetingDocument meeting:
                var meddic = await extractor.ExtractMeddicAsync(meeting.Meeting, cancellationToken).ConfigureAwait(false);
                return (ExtractedValues.Of(meddic.Value), meddic.Source, ExtractionReceipt.Of(meddic));
            default:
                throw Unknown(document);
        }
    }

    private static ArgumentException Unknown(LeadDocument document) =>
        new($"A document is a booking or a meeting, not a {document.GetType().Name}.", nameof(document));
}
