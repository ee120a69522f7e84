using System.Text.Json.Serialization;

namespace SalesIntel.Simulator;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    AllowTrailingCommas = true,
    PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(StateView))]
[JsonSerializable(typeof(CountsView))]
[JsonSerializable(typeof(SimulatorFault))]
[JsonSerializable(typeof(IReadOnlyList<FaultStatus>))]
[JsonSerializable(typeof(IReadOnlyList<ZohoWrite>))]
[JsonSerializable(typeof(CuratedAnswer))]
internal sealed partial class SimulatorJson : JsonSerializerContext;
