using SalesIntel.Failures;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Reads values out of what a booking, a form or a meeting says. Implementations: a language model, and rules.</summary>
public interface IExtractor
{
    /// <summary>Reads a document for the fields of a catalogue: a form for the fields of forms, a conversation for the elements of the
    /// framework, each with the words that support it, and the fields of conversations.</summary>
    /// <param name="document">A <see cref="BookingDocument"/>, <see cref="FormDocument"/> or <see cref="MeetingDocument"/>.</param>
    /// <param name="catalog">The fields to find; others are not asked for and not in the result.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException">The document is of another type.</exception>
    /// <exception cref="ProviderException">The model could not be reached or refused.</exception>
    /// <exception cref="ExtractionException">The completion was unusable also after one repair.</exception>
    Task<ExtractionResult> ExtractAsync(LeadDocument document, FieldCatalog catalog, CancellationToken cancellationToken);

    /// <summary>Reads a document on terms. An extractor that keeps no completions and has no budget need not know them.</summary>
    /// <param name="document">As in the other method.</param>
    /// <param name="catalog">The fields to find.</param>
    /// <param name="terms">Who waits for it, and whether a completion that is kept may serve.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException">The document is of another type.</exception>
    /// <exception cref="ProviderException">The model could not be reached or refused, or the daily budget is used up.</exception>
    /// <exception cref="ExtractionException">The completion was unusable also after one repair.</exception>
    Task<ExtractionResult> ExtractAsync(
        LeadDocument document, FieldCatalog catalog, ExtractionTerms terms, CancellationToken cancellationToken) =>
        ExtractAsync(document, catalog, cancellationToken);
}
