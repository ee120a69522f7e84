using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Hosting.Copying;
using SalesIntel.Hosting.Sqlite;

namespace SalesIntel.Hosting.Commands.Store;

[JsonSerializable(typeof(SqliteCheckReport))]
[JsonSerializable(typeof(SqliteBackupReceipt))]
[JsonSerializable(typeof(CopyReport))]
internal sealed partial class StoreJson : JsonSerializerContext
{
    public static StoreJson Readable { get; } = new(ReadableJson.NewOptions());
}
