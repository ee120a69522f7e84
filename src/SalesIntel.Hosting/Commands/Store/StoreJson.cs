using SalesIntel.Hosting.Commands.Output;

namespace SalesIntel.Hosting.Commands.Store;

[JsonSerializable(typeof(CheckView))]
[JsonSerializable(typeof(BackupView))]
[JsonSerializable(typeof(RestoreView))]
[JsonSerializable(typeof(CopyView))]
internal sealed partial class StoreJson : JsonSerializerContext
{
    public static StoreJson Readable { get; } = new(ReadableJson.NewOptions());
}
