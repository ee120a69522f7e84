using System.Buffers.Text;

namespace SalesIntel.Text;

/// <summary>Reads base64 in which a gateway or a queue has packed a message: plain or for URLs, with or without its padding.</summary>
internal static class Base64Json
{
    private const int FewestCharacters = 24;
    private const int Group = 4;

    /// <summary>True for a text that begins as a JSON object, or a list of objects or texts, does in base64.</summary>
    public static bool MayBe(ReadOnlySpan<byte> text) => text.Length >= FewestCharacters
        && (text.StartsWith("ey"u8) || text.StartsWith("ew"u8) || text.StartsWith("W3"u8) || text.StartsWith("Ww"u8) || text.StartsWith("Wy"u8));

    /// <summary>What is packed into a text; false when it is no base64, or holds something else than JSON. Never throws.</summary>
    public static bool TryUnpack(ReadOnlySpan<byte> text, out ReadOnlyMemory<byte> json)
    {
        json = default;
        var packed = text.Trim(" \t\r\n"u8);
        if (!MayBe(packed))
        {
            return false;
        }

        var bytes = packed.TrimEnd((byte)'=').ToArray();
        bytes.AsSpan().Replace((byte)'+', (byte)'-');
        bytes.AsSpan().Replace((byte)'/', (byte)'_');
        if (bytes.Length % Group == 1 || !Base64Url.IsValid(bytes))
        {
            return false;
        }

        json = Base64Url.DecodeFromUtf8(bytes);
        return true;
    }

    /// <summary>The text that a text holds in base64, also in lines or as a <c>data:</c> URI; the text itself where it holds none.</summary>
    public static string TextOf(string text)
    {
        const string Mark = ";base64,";
        var begin = text.TrimStart().StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? text.IndexOf(Mark, StringComparison.OrdinalIgnoreCase) : -1;
        var packed = begin < 0 ? text : text[(begin + Mark.Length)..];
        if (packed.Length < FewestCharacters || packed.AsSpan(0, FewestCharacters).Contains(' ') || !Base64.IsValid(packed))
        {
            return text;
        }

        var bytes = Convert.FromBase64String(packed);
        var inner = System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : "";
        return inner.Contains(' ', StringComparison.Ordinal) && !inner.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? inner : text;
    }
}
