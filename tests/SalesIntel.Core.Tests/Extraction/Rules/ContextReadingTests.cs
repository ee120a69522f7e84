using SalesIntel.Evaluation.Extractors;
using SalesIntel.Evaluation.Written;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

public sealed class ContextReadingTests
{
    private const string Context = "context";

    [Fact]
    public async Task More_is_found_with_what_stands_around_a_sentence()
    {
        var sections = DataFile.Sections("Extraction.Rules.Data.weights.txt");
        var alone = new SpokenWeights(sections.Where(section => section.Key != Context).ToDictionary(), SpokenRules.Weights.Network);

        Assert.Null(alone.Context);
        Assert.True(await FoundAsync(SpokenRules.Weights) > await FoundAsync(alone));
    }

    [Fact]
    public void Nothing_stands_around_a_sentence_without_a_network() =>
        Assert.Null(new SpokenWeights(DataFile.Sections("Extraction.Rules.Data.weights.txt"), network: null).Context);

    private static async Task<int> FoundAsync(SpokenWeights weights)
    {
        var found = 0;
        foreach (var call in WrittenCalls.Measured.SelectMany(WrittenCalls.Of))
        {
            var extractor = new RuleExtractor(null, new TeamOptions { InternalDomains = call.Case.SellerDomains }) { Weights = weights };
            var result = await extractor.ExtractAsync(Documents.Of(call.Case), FieldCatalog.Default, CancellationToken.None);
            found += QualificationFrameworks.Meddic.Elements.Count(element =>
                result.Values[QualificationFrameworks.Meddic.FieldOf(element)].Status == FieldStatus.Found);
        }

        return found;
    }
}
