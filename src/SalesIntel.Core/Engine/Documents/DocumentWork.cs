using SalesIntel.Crm;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>What is done with an event's document: it is read, a note is written about it, and for a booking a task is made.</summary>
internal sealed class DocumentWork(FieldCatalog catalog, TeamOptions team, ProcessingOptions options)
{
    private readonly ValueComparison comparison = new(catalog.Framework);
    private readonly LeadField[] elements = [.. catalog.Framework.Elements.Select(catalog.Framework.FieldOf)];

    /// <summary>Has the values read.</summary>
    public async Task<(ValuesRead Fact, ExtractionReceipt Receipt)> ExtractAsync(
        WebhookEvent stored, LeadDocument document, IExtractor extractor, ExtractionTerms terms, CancellationToken cancellationToken)
    {
        var result = await extractor.ExtractAsync(document, catalog, terms, cancellationToken).ConfigureAwait(false);
        var fact = new ValuesRead
        {
            EventId = stored.EventId,
            Unverified = stored.Verified == false,
            At = document.At,
            Document = document.Key,
            DocumentKind = document.Kind,
            Revision = document.Revision,
            Values = result.Values,
            ReadBy = result.ReadBy,
            Coverage = result.Coverage < 1 ? result.Coverage : null,
            Unread = result.Unread,
        };
        return (fact, ExtractionReceipt.Of(document, result));
    }

    /// <summary>Writes the note from the document, what was read from this state of it and, for a meeting, the call before it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="facts">What is known of the lead.</param>
    /// <param name="issues">What the CRM did not take as it was.</param>
    /// <param name="maxLength">What the CRM takes.</param>
    /// <returns>The note, and the digest of what it says about the call before.</returns>
    public (CrmNote Note, string Since) Note(
        LeadDocument document, IReadOnlyCollection<LeadFact> facts, IReadOnlyCollection<string> issues, int maxLength)
    {
        var read = MeetingSequence.ReadingOf(facts, document.Key, document.Revision);
        var since = document is MeetingDocument { Meeting.SessionId: var session } ? SinceLastCall(session, facts) : null;
        string[] all = read?.Coverage is { } coverage ? [CoverageText(coverage), .. issues] : [.. issues];
        var setup = new NoteSetup { Team = team, Issues = all, MaxLength = maxLength, Since = since, Unread = read?.Unread };
        return (
            DocumentNote.Write(document, read?.Values ?? LeadValues.Empty, catalog, read?.ReadBy ?? ExtractionMethod.None, setup),
            document is MeetingDocument ? SinceText.Digest(since, catalog) : "");
    }

    // Rounded down: 100 % would say that nothing is missing.
    private static string CoverageText(double coverage) => string.Create(
        CultureInfo.InvariantCulture, $"Transcript: {Math.Floor(coverage * 100):0} % of its turns were read, it is too long for the model");

    /// <summary>Digest of what a meeting's note has to say about the calls before it: the one thing in it that other events change.</summary>
    public string Since(string session, IReadOnlyCollection<LeadFact> facts) => SinceText.Digest(SinceLastCall(session, facts), catalog);

    /// <summary>The follow-up task with what it is about; null when there is none to make.</summary>
    public (string Subject, CrmTask Task)? FollowUpTask(LeadDocument document) =>
        options.CreateFollowUpTask && document is BookingDocument { Booking: var booking }
            ? (FollowUp.Subject(booking.InviteeId), FollowUp.Write(booking))
            : null;

    // Null for a first call: everything in it is new.
    private SinceLastCall? SinceLastCall(string session, IReadOnlyCollection<LeadFact> facts) =>
        CallHistory.Before(facts, MeetingDocument.KeyOf(session)) is { } before
            ? new SinceLastCall(before.At, CallHistory.Of(facts, MeetingDocument.KeyOf(session), elements, comparison.Of))
            {
                Known = CallHistory.Known(facts, MeetingDocument.KeyOf(session), catalog.Framework.Fields),
            }
            : null;
}
