using System.Text.Json.Serialization;

namespace SalesIntel.SampleHost.Doctor;

[JsonSerializable(typeof(DoctorDocument))]
internal sealed partial class DoctorJson : JsonSerializerContext
{
    public static DoctorJson Readable { get; } = new(ReadableJson.NewOptions());
}
