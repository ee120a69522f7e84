using System.Diagnostics.CodeAnalysis;
using System.Text.Unicode;

namespace SalesIntel.Text;

/// <summary>Turns the bytes of a webhook into a JSON object whose every string can be read. A list of one object, an object kept as text or
/// in base64, the fields of a form, and an object of which one level was made count as the object.</summary>
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

        if (!WireJson.TryOpen(body, out var parsed)
            && !(Base64Json.TryUnpack(body.Span, out var packed) && WireJson.TryOpen(packed, out parsed))
            && !(FormBody.TryRead(body.Span, out var form) && WireJson.TryOpen(form, out parsed)))
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

        if (FlatMembers.Restored(root) is { } restored && WireJson.TryOpen(Encoding.UTF8.GetBytes(restored.ToJsonString()), out var whole))
        {
            parsed.Dispose();
            (parsed, root) = (whole, whole.RootElement);
        }

        document = parsed;
        problem = "";
        return true;
    }
}
