using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Operations;

/// <summary>Stands for the model in a preview: reads nothing, costs nothing.</summary>
internal sealed class UnreadExtractor : IExtractor
{
    /// <summary>True for what this one read: it must not count as a fact.</summary>
    public static bool IsFrom(LeadFact fact) => fact is ValuesRead { ReadBy: ExtractionMethod.None };

    public Task<ExtractionResult> ExtractAsync(LeadDocument document, FieldCatalog catalog, CancellationToken cancellationToken) =>
        Task.FromResult(new ExtractionResult { Values = LeadValues.Empty, ReadBy = ExtractionMethod.None });
}
