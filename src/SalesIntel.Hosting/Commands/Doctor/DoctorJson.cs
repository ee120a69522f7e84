using SalesIntel.Hosting.Commands.Output;

namespace SalesIntel.Hosting.Commands.Doctor;

[JsonSerializable(typeof(DoctorDocument))]
internal sealed partial class DoctorJson : JsonSerializerContext
{
    public static DoctorJson Readable { get; } = new(ReadableJson.NewOptions());
}
