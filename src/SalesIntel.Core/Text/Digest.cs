using System.Security.Cryptography;
using System.Text.Json.Serialization.Metadata;

namespace SalesIntel.Text;

/// <summary>The first hexadecimal digits of a SHA-256, lower case: identifies something without showing it. What is stored under a digest
/// is found only as long as neither its input nor its length changes.</summary>
internal static class Digest
{
    /// <summary>The digest of bytes.</summary>
    /// <param name="bytes">What to identify.</param>
    /// <param name="digits">Hexadecimal digits, 1 to 64; 4 bits each.</param>
    public static string Of(ReadOnlySpan<byte> bytes, int digits)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Hex(hash, digits);
    }

    /// <summary>The digest of a text's UTF-8 bytes.</summary>
    public static string Of(string text, int digits) => Of(Encoding.UTF8.GetBytes(text), digits);

    public static string OfJson<T>(T value, JsonTypeInfo<T> type, int digits)
    {
        using var hashing = new HashingWriter();
        using (var writer = new Utf8JsonWriter(hashing, new JsonWriterOptions { SkipValidation = true }))
        {
            JsonSerializer.Serialize(writer, value, type);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        hashing.Finish(hash);
        return Hex(hash, digits);
    }

    /// <summary>The digest of several texts, each ended by a zero byte, so that moving a border between them changes it.</summary>
    public static string OfAll(IEnumerable<string> texts, int digits)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData([0]);
        }

        return Hex(hash.GetHashAndReset(), digits);
    }

    private static string Hex(ReadOnlySpan<byte> hash, int digits) => Convert.ToHexStringLower(hash)[..digits];
}
