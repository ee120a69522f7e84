using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Learning;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Evaluation.Extractors;

/// <summary>Makes the extractor of a run.</summary>
internal static class ExtractorFactory
{
    private const string KeyVariable = "GEMINI_API_KEY";
    private const string ModelVariable = "GEMINI_MODEL";

    /// <summary>The extractor of each case, because the team that sells is another one in each.</summary>
    /// <param name="options">What reads, and how.</param>
    /// <exception cref="InvalidDataException">Gemini has no key, or a case no completion.</exception>
    public static Func<EvaluationCase, TeamOptions, IExtractor> Of(EvaluationOptions options) => options.Extractor switch
    {
        ExtractorKind.Rules => Rules(options.Weights is { } file ? WeightsOf(file) : SpokenRules.Weights),
        ExtractorKind.Recorded => (one, team) => Verified(
            RecordedCompletion.ModelOf(one.Completion ?? throw new InvalidDataException($"The case '{one.Id}' has no completion.")),
            areTrue: true, options.Verifier, Seeded.For(options.Seed, "verifier", one.Id), team),
        ExtractorKind.Gemini => Gemini(),
        _ => throw new InvalidDataException($"{options.Extractor} reads no corpus."),
    };

    /// <summary>An extractor that asks a scripted model, with a scripted second look where one is asked for.</summary>
    public static IExtractor Verified(IChatClient model, bool areTrue, int? verifier, Seeded random, TeamOptions team) => verifier is { } percent
        ? new ModelExtractor(new VerifyingModel(model, areTrue, percent, random), new ExtractionOptions { VerifyClaims = true }, team)
        : new ModelExtractor(model, team: team);

    private static Func<EvaluationCase, TeamOptions, IExtractor> Rules(SpokenWeights weights) =>
        (_, team) => new RuleExtractor(null, team, TimeProvider.System) { Weights = weights };

    private static SpokenWeights WeightsOf(string file)
    {
        using var reader = new StreamReader(file);
        using var network = File.OpenRead(LearnedWeights.NetworkOf(file));
        var weights = new SpokenWeights(DataFile.Sections(reader), SentenceNetwork.Read(SpokenRules.Vectors, network));
        return File.Exists(LearnedWeights.RelationsOf(file))
            ? weights.With(new RelationScores(CuesOf(LearnedWeights.DisputesOf(file)), CuesOf(LearnedWeights.RelationsOf(file))))
            : weights;
    }

    private static CueWeights CuesOf(string file)
    {
        using var reader = new StreamReader(file);
        return new CueWeights(DataFile.Sections(reader));
    }

    private static Func<EvaluationCase, TeamOptions, IExtractor> Gemini()
    {
        if (Environment.GetEnvironmentVariable(KeyVariable) is not { Length: > 0 } key)
        {
            throw new InvalidDataException(
                $"Gemini is not asked: set {KeyVariable} (and {ModelVariable} for another model than the default). The numbers in "
                + "docs/evaluation.md are those of the rules and of completions written by hand.");
        }

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddGemini(options =>
        {
            options.ApiKey = key;
            options.Model = Environment.GetEnvironmentVariable(ModelVariable) is { Length: > 0 } model ? model : options.Model;
        });
        var chat = services.BuildServiceProvider().GetRequiredService<IChatClient>();
        return (_, team) => new ModelExtractor(chat, team: team);
    }
}
