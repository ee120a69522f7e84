using System.Text.Json.Serialization;

namespace SalesIntel.SampleHost.Events;

[JsonSerializable(typeof(EventsDocument))]
internal sealed partial class EventsJson : JsonSerializerContext
{
    public static EventsJson Readable { get; } = new(ReadableJson.NewOptions());
}
