using System.Text;

namespace SalesIntel.Webhooks;

/// <summary>Bodies that no source can read.</summary>
internal static class UnusableBodies
{
    public static TheoryData<string, byte[]> All => new()
    {
        { "empty", [] },
        { "only a byte order mark", [0xEF, 0xBB, 0xBF] },
        { "white space", "  \n"u8.ToArray() },
        { "a sentence", "event=invitee.created and payload=x"u8.ToArray() },
        { "array of several", "[{\"event\":\"invitee.created\"},{\"event\":\"invitee.created\"}]"u8.ToArray() },
        { "array of nothing", "[]"u8.ToArray() },
        { "number", "42"u8.ToArray() },
        { "string", "\"invitee.created\""u8.ToArray() },
        { "null", "null"u8.ToArray() },
        { "true", "true"u8.ToArray() },
        { "empty object", "{}"u8.ToArray() },
        { "two objects", "{}{}"u8.ToArray() },
        { "invalid UTF-8", [.. "{\"event\":\""u8, 0xC3, 0x28, .. "\"}"u8] },
        { "surrogate in UTF-8", [.. "{\"event\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8] },
        { "UTF-16", Encoding.Unicode.GetBytes("{\"event\":\"invitee.created\"}") },
        { "NUL bytes", new byte[64] },
        { "too deep", Encoding.ASCII.GetBytes(new string('[', 100_000)) },
        { "too deep and whole", Encoding.ASCII.GetBytes($"{{\"a\":{new string('[', 5_000)}{new string(']', 5_000)}}}") },
        { "a backslash at the end", "{\"event\":\"\\ud800\\"u8.ToArray() },
    };
}
