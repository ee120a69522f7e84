using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Engine;

/// <summary>The language model behind its circuit breaker.</summary>
internal sealed class CircuitBreakerExtractor(IExtractor extractor, CircuitBreaker breaker) : IExtractor
{
    public Task<ExtractionResult> ExtractAsync(LeadDocument document, FieldCatalog catalog, CancellationToken cancellationToken) =>
        breaker.RunAsync(Circuits.Model, () => extractor.ExtractAsync(document, catalog, cancellationToken), cancellationToken);
}
