using SalesIntel.Failures;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Reads intelligence out of what a booking and a meeting say. Implementations: a language model, and rules.</summary>
public interface IExtractor
{
    /// <summary>Lead intel with BANT signals from a booking's answers.</summary>
    /// <exception cref="ProviderException">The model could not be reached or refused.</exception>
    /// <exception cref="ExtractionException">The answer was unusable also after one repair.</exception>
    Task<Extraction<LeadIntel>> ExtractIntelAsync(Booking booking, CancellationToken cancellationToken);

    /// <summary>MEDDIC with evidence from a meeting's transcript (or its summary where there is no transcript).</summary>
    /// <exception cref="ProviderException">The model could not be reached or refused.</exception>
    /// <exception cref="ExtractionException">The answer was unusable also after one repair.</exception>
    Task<Extraction<MeddicAssessment>> ExtractMeddicAsync(Meeting meeting, CancellationToken cancellationToken);
}
