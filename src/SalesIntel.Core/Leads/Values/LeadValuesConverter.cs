using System.Text.Json.Serialization.Metadata;

namespace SalesIntel.Leads;

/// <summary>Writes values as an object by field name, with the contract of <see cref="FieldValue"/> that the caller's context has.</summary>
internal sealed class LeadValuesConverter : JsonConverter<LeadValues>
{
    public override LeadValues Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Values must be an object by field name.");
        }

        var type = (JsonTypeInfo<FieldValue>)options.GetTypeInfo(typeof(FieldValue));
        List<KeyValuePair<string, FieldValue>> values = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            values.Add(KeyValuePair.Create(name, JsonSerializer.Deserialize(ref reader, type) ?? FieldValue.Absent));
        }

        return LeadValues.Of(values);
    }

    public override void Write(Utf8JsonWriter writer, LeadValues value, JsonSerializerOptions options)
    {
        var type = (JsonTypeInfo<FieldValue>)options.GetTypeInfo(typeof(FieldValue));
        writer.WriteStartObject();
        foreach (var (name, one) in value)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, one, type);
        }

        writer.WriteEndObject();
    }
}
