using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Engine;

/// <summary>Reads so many documents at a time and no more, in the order in which they come: a model has limits of its own, and more events
/// are worked on at a time than it takes.</summary>
internal sealed class BoundedExtractor(IExtractor extractor, int most) : IExtractor
{
    private readonly SemaphoreSlim places = new(most, most);

    public async Task<ExtractionResult> ExtractAsync(LeadDocument document, FieldCatalog catalog, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await extractor.ExtractAsync(document, catalog, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            places.Release();
        }
    }
}
