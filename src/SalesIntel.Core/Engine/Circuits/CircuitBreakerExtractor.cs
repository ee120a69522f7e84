using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Engine;

/// <summary>The language model behind its circuit breaker.</summary>
internal sealed class CircuitBreakerExtractor(IExtractor extractor, CircuitBreaker breaker) : IExtractor
{
    public Task<ExtractionResult> ExtractAsync(LeadDocument document, FieldCatalog catalog, CancellationToken cancellationToken) =>
        ExtractAsync(document, catalog, ExtractionTerms.Usual, cancellationToken);

    public Task<ExtractionResult> ExtractAsync(
        LeadDocument document, FieldCatalog catalog, ExtractionTerms terms, CancellationToken cancellationToken) =>
        breaker.RunAsync(Circuits.Model, () => extractor.ExtractAsync(document, catalog, terms, cancellationToken), cancellationToken);
}
