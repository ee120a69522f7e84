namespace SalesIntel.Text;

/// <summary>Writes texts piece by piece: in one piece, a writer takes up to eighteen times the length of a text before it writes the first
/// character of it, and keeps that for later. What is written is the same.</summary>
internal sealed class SegmentedText : JsonConverter<string>
{
    private const int Piece = 4_096;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (value.Length <= Piece)
        {
            writer.WriteStringValue(value);
            return;
        }

        for (var at = 0; at < value.Length; at += Piece)
        {
            var isLast = at + Piece >= value.Length;
            writer.WriteStringValueSegment(isLast ? value.AsSpan(at) : value.AsSpan(at, Piece), isLast);
        }
    }
}
