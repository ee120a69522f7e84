using SalesIntel.Leads;

namespace SalesIntel.Hosting.Commands.Output;

/// <summary>Writes a lead's key as its text.</summary>
internal sealed class LeadKeyText : JsonConverter<LeadKey>
{
    public override LeadKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, LeadKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
