using System.Globalization;
using SalesIntel.Crm;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>What is done with an event's document: it is read, a note is written about it, and for a booking a task is made.</summary>
internal sealed class DocumentWork(FieldCatalog catalog, TeamOptions team, ProcessingOptions options)
{
    /// <summary>Has the values read.</summary>
    public async Task<(ValuesRead Fact, ExtractionReceipt Receipt)> ExtractAsync(
        WebhookEvent stored, LeadDocument document, IExtractor extractor, CancellationToken cancellationToken)
    {
        var result = await extractor.ExtractAsync(document, catalog, cancellationToken).ConfigureAwait(false);
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
        };
        return (fact, ExtractionReceipt.Of(document, result));
    }

    /// <summary>Writes the note from the document and what was read from this state of it.</summary>
    public CrmNote Note(LeadDocument document, IReadOnlyCollection<LeadFact> facts, IReadOnlyCollection<string> issues)
    {
        var read = facts.OfType<ValuesRead>()
            .Where(fact => fact.Document == document.Key && fact.Revision == document.Revision)
            .OrderBy(fact => fact.ReadBy)
            .ThenBy(fact => fact.EventId, StringComparer.Ordinal)
            .LastOrDefault();
        string[] told = read?.Coverage is { } coverage ? [CoverageText(coverage), .. issues] : [.. issues];
        return DocumentNote.Write(document, read?.Values ?? LeadValues.Empty, catalog, read?.ReadBy ?? ExtractionMethod.None, team, told);
    }

    // Rounded down: 100 % would say that nothing is missing.
    private static string CoverageText(double coverage) => string.Create(
        CultureInfo.InvariantCulture, $"Transcript: {Math.Floor(coverage * 100):0} % of its turns were read, it is too long for the model");

    /// <summary>The follow-up task with what it is about; null when there is none to make.</summary>
    public (string Subject, CrmTask Task)? FollowUpTask(LeadDocument document) =>
        options.CreateFollowUpTask && document is BookingDocument { Booking: var booking }
            ? (FollowUp.Subject(booking.InviteeId), FollowUp.Write(booking))
            : null;
}
