using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Evaluation.Cases;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Extractors;

/// <summary>Makes the extractor of a run.</summary>
internal static class ExtractorFactory
{
    private const string KeyVariable = "GEMINI_API_KEY";
    private const string ModelVariable = "GEMINI_MODEL";

    /// <summary>The extractor of each case, because the team that sells is another one in each.</summary>
    /// <exception cref="InvalidDataException">Gemini has no key, or a case no completion.</exception>
    public static Func<EvaluationCase, TeamOptions, IExtractor> Of(ExtractorKind kind) => kind switch
    {
        ExtractorKind.Rules => (_, team) => new RuleExtractor(null, team, TimeProvider.System),
        ExtractorKind.Recorded => (one, team) => new ModelExtractor(
            RecordedCompletion.ModelOf(one.Completion ?? throw new InvalidDataException($"The case '{one.Id}' has no completion.")),
            team: team),
        ExtractorKind.Gemini => Gemini(),
        _ => throw new InvalidDataException($"{kind} reads no corpus."),
    };

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
