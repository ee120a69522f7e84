namespace SalesIntel.Hosting.Alerts.Book;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IncidentBook))]
internal sealed partial class IncidentBookJson : JsonSerializerContext;
