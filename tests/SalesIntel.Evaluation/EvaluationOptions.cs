using SalesIntel.Evaluation.Extractors;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Honesty;

namespace SalesIntel.Evaluation;

/// <summary>What is measured.</summary>
internal sealed record EvaluationOptions
{
    /// <summary>The number of calls that the baseline knows.</summary>
    public const int UsualSize = 360;

    /// <summary>What reads the documents.</summary>
    public ExtractorKind Extractor { get; init; }

    /// <summary>A folder of documents instead of generated ones; null for none.</summary>
    public string? Corpus { get; init; }

    /// <summary>The part of the generated corpus.</summary>
    public Part Part { get; init; }

    /// <summary>The set of true claims.</summary>
    public string Claims { get; init; } = HonestClaims.Measured;

    /// <summary>The same seed generates the same documents.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Generated calls.</summary>
    public int Size { get; init; } = UsualSize;

    /// <summary>Print the numbers as JSON.</summary>
    public bool AsJson { get; init; }

    /// <summary>Take the numbers as those to compare with.</summary>
    public bool UpdateBaseline { get; init; }

    /// <summary>Print no numbers.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Print what was read wrongly.</summary>
    public bool ShowMisses { get; init; }

    /// <summary>Write the documents to this folder and read nothing; null to read.</summary>
    public string? Export { get; init; }

    /// <summary>In how many of a hundred verdicts a scripted verification of claims is right; null for none.</summary>
    public int? Verifier { get; init; }

    /// <summary>A file of weights for the rules instead of the shipped ones; null for these.</summary>
    public string? Weights { get; init; }

    /// <summary>The run's name in the baseline; null when it is not one that the baseline knows.</summary>
    public string? Run => Verifier is not null || Weights is not null || Corpus is not null || Seed != 1 || Size != UsualSize ? null
        : Extractor == ExtractorKind.Recorded ? "recorded"
        : Claims != HonestClaims.Measured ? $"lying/{Claims}"
        : $"{Extractor.ToString().ToLowerInvariant()}/{DataFiles.FolderOf(Part)}";
}
