namespace SalesIntel.Storage.Contract;

/// <summary>Derives an event's id from what identifies it, so that accepting it twice writes the same keys.</summary>
public static class EventIdentity
{
    /// <summary>First 128 bits of SHA-256 over key, line feed, revision; 32 hex digits.</summary>
    public static string Derive(string idempotencyKey, string revision) =>
        Digest.Of($"{idempotencyKey}\n{revision}", 32);

    /// <summary>True for a text that can be an event's id: 32 hex digits, lower case.</summary>
    public static bool IsWellFormed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 32 && text.All(char.IsAsciiHexDigitLower);
    }
}
