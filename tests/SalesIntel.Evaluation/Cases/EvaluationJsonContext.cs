using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesIntel.Evaluation.Cases;

/// <summary>The JSON of the evaluation: baseline and corpora.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    RespectNullableAnnotations = true,
    WriteIndented = true)]
[JsonSerializable(typeof(SortedDictionary<string, SortedDictionary<string, double>>), TypeInfoPropertyName = "BaselineRuns")]
[JsonSerializable(typeof(SortedDictionary<string, double>), TypeInfoPropertyName = "MetricValues")]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(CorpusCase))]
[JsonSerializable(typeof(List<CorpusCase>))]
internal sealed partial class EvaluationJsonContext : JsonSerializerContext;
