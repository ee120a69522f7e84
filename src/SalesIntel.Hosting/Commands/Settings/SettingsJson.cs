using SalesIntel.Hosting.Commands.Output;

namespace SalesIntel.Hosting.Commands.Settings;

[JsonSerializable(typeof(SettingsDocument))]
internal sealed partial class SettingsJson : JsonSerializerContext
{
    public static SettingsJson Readable { get; } = new(ReadableJson.NewOptions());
}
