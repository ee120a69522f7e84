using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Scoring;
using SalesIntel.Extraction;
using SalesIntel.Failures;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Extractors;

/// <summary>Reads the documents of a corpus with an extractor.</summary>
/// <param name="make">Makes the extractor of a case: the team that sells is another one in each.</param>
internal sealed class Reader(Func<EvaluationCase, TeamOptions, IExtractor> make)
{
    /// <summary>How many documents could not be read.</summary>
    public int Failed { get; private set; }

    /// <summary>Reads them in order.</summary>
    /// <param name="cases">The documents.</param>
    /// <param name="catalog">The fields to find.</param>
    /// <param name="say">Is told what could not be read.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<Reading>> ReadAsync(
        IEnumerable<EvaluationCase> cases, FieldCatalog catalog, Action<string> say, CancellationToken cancellationToken)
    {
        List<Reading> readings = [];
        foreach (var one in cases)
        {
            var document = Documents.Of(one);
            var extractor = make(one, new TeamOptions { InternalDomains = one.SellerDomains });
            try
            {
                readings.Add(new Reading(one, document, await extractor.ExtractAsync(document, catalog, cancellationToken)));
            }
            catch (Exception failure) when (failure is ExtractionException or ProviderException)
            {
                // Counts as a document of which nothing is known.
                Failed++;
                say($"{one.Id}: {failure.Message}");
                readings.Add(new Reading(
                    one, document, new ExtractionResult { Values = LeadValues.Empty, ReadBy = ExtractionMethod.Model }));
            }
        }

        return readings;
    }
}
