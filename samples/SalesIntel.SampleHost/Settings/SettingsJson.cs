using System.Text.Json.Serialization;

namespace SalesIntel.SampleHost.Settings;

[JsonSerializable(typeof(SettingsDocument))]
internal sealed partial class SettingsJson : JsonSerializerContext
{
    public static SettingsJson Readable { get; } = new(ReadableJson.NewOptions());
}
