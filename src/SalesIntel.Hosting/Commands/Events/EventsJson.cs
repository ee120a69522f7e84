using SalesIntel.Hosting.Commands.Output;

namespace SalesIntel.Hosting.Commands.Events;

[JsonSerializable(typeof(EventsDocument))]
internal sealed partial class EventsJson : JsonSerializerContext
{
    public static EventsJson Readable { get; } = new(ReadableJson.NewOptions());
}
