using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Engine;

/// <summary>The language model behind its circuit.</summary>
internal sealed class GatedExtractor(IExtractor extractor, CircuitGate gate) : IExtractor
{
    public Task<ExtractionResult> ExtractAsync(LeadDocument document, FieldCatalog catalog, CancellationToken cancellationToken) =>
        gate.RunAsync(Circuits.Model, () => extractor.ExtractAsync(document, catalog, cancellationToken), cancellationToken);
}
