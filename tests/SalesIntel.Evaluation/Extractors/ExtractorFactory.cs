using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Extractors;

/// <summary>Makes the extractor of a run.</summary>
internal static class ExtractorFactory
{
    private const string KeyVariable = "GEMINI_API_KEY";
    private const string ModelVariable = "GEMINI_MODEL";

    /// <summary>The extractor of each case, because the team that sells is another one in each.</summary>
    /// <param name="kind">What reads.</param>
    /// <param name="verifier">In how many of a hundred verdicts a scripted second look is right; null for none.</param>
    /// <param name="seed">The same seed is wrong about the same claims.</param>
    /// <exception cref="InvalidDataException">Gemini has no key, or a case no completion.</exception>
    public static Func<EvaluationCase, TeamOptions, IExtractor> Of(
        ExtractorKind kind, int? verifier = null, int seed = 1) => kind switch
    {
        ExtractorKind.Rules => (_, team) => new RuleExtractor(null, team, TimeProvider.System),
        ExtractorKind.Recorded => (one, team) => Verified(
            RecordedCompletion.ModelOf(one.Completion ?? throw new InvalidDataException($"The case '{one.Id}' has no completion.")),
            areTrue: true, verifier, Seeded.For(seed, "verifier", one.Id), team),
        ExtractorKind.Gemini => Gemini(),
        _ => throw new InvalidDataException($"{kind} reads no corpus."),
    };

    /// <summary>An extractor that asks a scripted model, with a scripted second look where one is asked for.</summary>
    public static IExtractor Verified(IChatClient model, bool areTrue, int? verifier, Seeded random, TeamOptions team) => verifier is { } percent
        ? new ModelExtractor(new VerifyingModel(model, areTrue, percent, random), new ExtractionOptions { VerifyClaims = true }, team)
        : new ModelExtractor(model, team: team);

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
