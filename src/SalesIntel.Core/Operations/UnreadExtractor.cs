using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Operations;

/// <summary>Stands for the model in a rehearsal: answers nothing, costs nothing.</summary>
internal sealed class UnreadExtractor : IExtractor
{
    private const string Source = "unread";

    /// <summary>True for what this one answered: it must not count as a fact.</summary>
    public static bool IsFrom(LeadFact fact) => fact is ValuesRead { ReadBy: Reader.None };

    public Task<Extraction<LeadIntel>> ExtractIntelAsync(Booking booking, CancellationToken cancellationToken) => Nothing(new LeadIntel());

    public Task<Extraction<MeddicAssessment>> ExtractMeddicAsync(Meeting meeting, CancellationToken cancellationToken) =>
        Nothing(new MeddicAssessment());

    private static Task<Extraction<T>> Nothing<T>(T value)
        where T : class => Task.FromResult(new Extraction<T> { Value = value, Source = Source });
}
