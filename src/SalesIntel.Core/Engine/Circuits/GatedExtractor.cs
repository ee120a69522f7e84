using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Engine;

/// <summary>The language model behind its circuit.</summary>
internal sealed class GatedExtractor(IExtractor extractor, CircuitGate gate) : IExtractor
{
    public Task<Extraction<LeadIntel>> ExtractIntelAsync(Booking booking, CancellationToken cancellationToken) =>
        gate.RunAsync(Circuits.Model, () => extractor.ExtractIntelAsync(booking, cancellationToken), cancellationToken);

    public Task<Extraction<MeddicAssessment>> ExtractMeddicAsync(Meeting meeting, CancellationToken cancellationToken) =>
        gate.RunAsync(Circuits.Model, () => extractor.ExtractMeddicAsync(meeting, cancellationToken), cancellationToken);
}
