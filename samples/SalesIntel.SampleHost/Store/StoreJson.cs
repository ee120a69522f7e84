using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesIntel.SampleHost.Store;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(CheckView))]
internal sealed partial class StoreJson : JsonSerializerContext;
