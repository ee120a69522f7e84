using System.Text.Json.Serialization;

namespace SalesIntel.Hosting.Endpoints;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WebhookAnswer))]
[JsonSerializable(typeof(ProblemAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(InfoAnswer))]
[JsonSerializable(typeof(EventAnswer))]
[JsonSerializable(typeof(IdempotencyAnswer))]
internal sealed partial class AnswersJson : JsonSerializerContext;
