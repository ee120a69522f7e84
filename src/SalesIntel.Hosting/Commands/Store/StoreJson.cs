using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Hosting.Sqlite;

namespace SalesIntel.Hosting.Commands.Store;

[JsonSerializable(typeof(SqliteCheckReport))]
[JsonSerializable(typeof(SqliteBackupReceipt))]
[JsonSerializable(typeof(CopyView))]
internal sealed partial class StoreJson : JsonSerializerContext
{
    public static StoreJson Readable { get; } = new(ReadableJson.NewOptions());
}
