using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace SalesIntel.Text;

/// <summary>The one door through which JSON of another system comes in, whatever its bytes are. Never throws; every name and string of
/// what it lets in can be read and written again; nesting is limited to 64 levels.</summary>
internal static class WireJson
{
    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    /// <summary>Parses a value. Bytes that are no UTF-8 become the character that stands for them: the rest is as good as ever. Of a member
    /// that comes twice the last one counts: a <see cref="System.Text.Json.Nodes.JsonObject"/> could not hold both.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> bytes, out JsonElement value)
    {
        var body = WithoutMark(bytes);
        return TryParseBytes(Utf8.IsValid(body.Span) ? body : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.Span)), out value);
    }

    /// <summary>Parses a text that is a value.</summary>
    public static bool TryParse(string text, out JsonElement value) => TryParseBytes(Encoding.UTF8.GetBytes(text), out value);

    /// <summary>Parses a body that belongs to its caller, without a copy of it where nothing has to be mended.</summary>
    /// <param name="body">The body, in UTF-8.</param>
    /// <param name="document">The document; to be disposed.</param>
    public static bool TryOpen(ReadOnlyMemory<byte> body, [NotNullWhen(true)] out JsonDocument? document)
    {
        try
        {
            document = JsonDocument.Parse(RepairSurrogates(WithoutMark(body)));
            return true;
        }
        catch (JsonException)
        {
            document = null;
            return false;
        }
    }

    /// <summary>Parses a body in which nothing has to be mended; members that come twice are both there.</summary>
    /// <param name="body">The body, in UTF-8.</param>
    /// <param name="document">The document; to be disposed.</param>
    public static bool TryOpenAsIs(ReadOnlyMemory<byte> body, [NotNullWhen(true)] out JsonDocument? document)
    {
        document = null;
        return RepairSurrogates(body).Equals(body) && TryOpen(body, out document);
    }

    /// <summary>Parses values that stand one behind the other.</summary>
    public static bool TryParseMany(string text, out IReadOnlyList<JsonElement> values)
    {
        var found = new List<JsonElement>();
        values = found;
        try
        {
            var reader = new Utf8JsonReader(
                RepairSurrogates(Encoding.UTF8.GetBytes(text)).Span, new JsonReaderOptions { AllowMultipleValues = true });
            while (reader.Read())
            {
                found.Add(JsonElement.ParseValue(ref reader));
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Parses the value with which a text begins, in which nothing has to be mended.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value; members that come twice are both there.</param>
    /// <param name="length">How many characters it has.</param>
    public static bool TryParseFirst(ReadOnlySpan<char> text, out JsonElement value, out int length)
    {
        (value, length) = (default, 0);
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        if (Utf8.FromUtf16(text, bytes, out _, out var count, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(bytes.AsSpan(0, count), new JsonReaderOptions { AllowMultipleValues = true });
            value = JsonElement.ParseValue(ref reader);
            var used = bytes.AsMemory(0, (int)reader.BytesConsumed);
            length = Encoding.UTF8.GetCharCount(used.Span);
            return RepairSurrogates(used).Equals(used);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads an object as a type of ours. A null in a list is no item of it.</summary>
    /// <param name="bytes">What was sent.</param>
    /// <param name="type">The type.</param>
    /// <returns>Null when the bytes are no JSON, or not of this type.</returns>
    public static T? Read<T>(ReadOnlyMemory<byte> bytes, JsonTypeInfo<T> type)
        where T : class => TryParse(bytes, out var value) ? value.As(type) : null;

    /// <summary>Reads an object as a type of ours. A null in a list is no item of it.</summary>
    /// <returns>Null when it is not of this type.</returns>
    public static T? As<T>(this JsonElement value, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return value.ValueKind != JsonValueKind.Object ? null
                : (HasNullItem(value) ? Rewritten(value, keepsNullItems: false) : value).Deserialize(type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool TryParseBytes(ReadOnlyMemory<byte> bytes, out JsonElement value)
    {
        try
        {
            value = JsonElement.Parse(RepairSurrogates(bytes).Span);
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }

        value = HasRepeatedMember(value) ? Rewritten(value, keepsNullItems: true) : value;
        return true;
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;

    private static JsonElement Rewritten(JsonElement value, bool keepsNullItems)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Copy(value, writer, keepsNullItems);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static bool HasRepeatedMember(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Any(HasRepeatedMember),
        JsonValueKind.Object => new HashSet<string>(StringComparer.Ordinal) is var names
            && value.EnumerateObject().Any(member => !names.Add(member.Name) || HasRepeatedMember(member.Value)),
        _ => false,
    };

    private static bool HasNullItem(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null || HasNullItem(item)),
        JsonValueKind.Object => value.EnumerateObject().Any(member => HasNullItem(member.Value)),
        _ => false,
    };

    private static void Copy(JsonElement value, Utf8JsonWriter writer, bool keepsNullItems)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray().Where(item => keepsNullItems || item.ValueKind != JsonValueKind.Null))
                {
                    Copy(item, writer, keepsNullItems);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Object:
                var members = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
                foreach (var member in value.EnumerateObject())
                {
                    members[member.Name] = member.Value;
                }

                writer.WriteStartObject();
                foreach (var (name, member) in members)
                {
                    writer.WritePropertyName(name);
                    Copy(member, writer, keepsNullItems);
                }

                writer.WriteEndObject();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    /// <summary>Overwrites each half of a surrogate pair that stands alone with <c>\ufffd</c>, which has the same length.</summary>
    /// <remarks>JSON allows <c>"\ud800"</c>, but no .NET string made of it could be written as UTF-8 again, and reading it
    /// throws, in names as in values. A backslash outside of a string is invalid JSON anyway.</remarks>
    private static ReadOnlyMemory<byte> RepairSurrogates(ReadOnlyMemory<byte> body)
    {
        var span = body.Span;
        byte[]? copy = null;
        for (var i = span.IndexOf((byte)'\\'); i >= 0 && i < span.Length;)
        {
            if (span[i] != (byte)'\\')
            {
                var next = span[i..].IndexOf((byte)'\\');
                i = next < 0 ? span.Length : i + next;
                continue;
            }

            var unit = CodeUnit(span[i..]);
            if (unit is not (>= 0xD800 and <= 0xDFFF))
            {
                i += 2;
            }
            else if (unit < 0xDC00 && CodeUnit(span[(i + 6)..]) is >= 0xDC00 and <= 0xDFFF)
            {
                i += 12;
            }
            else
            {
                copy ??= body.ToArray();
                "\\ufffd"u8.CopyTo(copy.AsSpan(i));
                i += 6;
            }
        }

        return copy ?? body;
    }

    private static int? CodeUnit(ReadOnlySpan<byte> text) =>
        text.Length >= 6 && text.StartsWith("\\u"u8)
        && Utf8Parser.TryParse(text.Slice(2, 4), out ushort unit, out var used, 'x') && used == 4
            ? unit
            : null;
}
