using System.Text.Json.Serialization;

namespace SalesIntel.Hosting.Commands.Store;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(CheckView))]
internal sealed partial class StoreJson : JsonSerializerContext;
