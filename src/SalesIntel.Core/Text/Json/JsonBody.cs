using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;

namespace SalesIntel.Text;

/// <summary>Turns the bytes of a webhook into a JSON object whose every string can be read. A list of one object, and an object kept as text,
/// count as the object.</summary>
internal static class JsonBody
{
    /// <summary>Parses a body; nesting is limited to 64 levels.</summary>
    /// <param name="body">The raw body.</param>
    /// <param name="document">The document; to be disposed.</param>
    /// <param name="root">The object.</param>
    /// <param name="problem">Why there is none.</param>
    internal static bool TryParse(
        ReadOnlyMemory<byte> body,
        [NotNullWhen(true)] out JsonDocument? document,
        out JsonElement root,
        out string problem)
    {
        document = null;
        root = default;
        if (body.Span.StartsWith("\uFEFF"u8))
        {
            body = body[3..];
        }

        if (body.IsEmpty)
        {
            problem = "the body is empty";
            return false;
        }

        if (!Utf8.IsValid(body.Span))
        {
            problem = "the body is not UTF-8";
            return false;
        }

        JsonDocument parsed;
        try
        {
            parsed = JsonDocument.Parse(RepairSurrogates(body));
        }
        catch (JsonException)
        {
            problem = "the body is not JSON, is cut off, or is nested too deeply";
            return false;
        }

        root = parsed.RootElement.AsObject();
        if (root.ValueKind != JsonValueKind.Object)
        {
            problem = parsed.RootElement is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 1
                ? $"the body is a list of {list.GetArrayLength()} messages: send each by itself"
                : $"the body is a JSON {parsed.RootElement.ValueKind.ToString().ToLowerInvariant()}, not an object";
            parsed.Dispose();
            return false;
        }

        document = parsed;
        problem = "";
        return true;
    }

    /// <summary>Overwrites each half of a surrogate pair that stands alone with <c>\ufffd</c>, which has the same length.</summary>
    /// <remarks>JSON allows <c>"\ud800"</c>, but no .NET string made of it could be written as UTF-8 again, and reading it
    /// throws, in names as in values. A backslash outside of a string is invalid JSON anyway.</remarks>
    internal static ReadOnlyMemory<byte> RepairSurrogates(ReadOnlyMemory<byte> body)
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
