using SalesIntel.Hosting.Commands.Output;

namespace SalesIntel.Hosting.Commands.Health;

[JsonSerializable(typeof(HealthDocument))]
internal sealed partial class HealthJson : JsonSerializerContext
{
    public static HealthJson Readable { get; } = new(ReadableJson.NewOptions());
}
