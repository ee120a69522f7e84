using System.Text.Json.Serialization;

namespace SalesIntel.Hosting.Alerts.Book;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AlertBook))]
internal sealed partial class AlertBookJson : JsonSerializerContext;
