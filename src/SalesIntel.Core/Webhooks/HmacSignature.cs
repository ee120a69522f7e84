using System.Security.Cryptography;
using System.Text;

namespace SalesIntel.Webhooks;

/// <summary>Comparisons whose duration tells nothing about the secret.</summary>
internal static class HmacSignature
{
    /// <summary>Bytes of an HMAC-SHA256.</summary>
    internal const int Length = 32;

    /// <summary>Reads a hexadecimal digest in either case; null when it is none.</summary>
    internal static byte[]? Parse(ReadOnlySpan<char> hex)
    {
        var digest = new byte[Length];
        return hex.Length == Length * 2
            && Convert.FromHexString(hex, digest, out _, out var written) == System.Buffers.OperationStatus.Done
            && written == Length
                ? digest
                : null;
    }

    /// <summary>True when one of the digests is the HMAC of prefix and body.</summary>
    internal static bool Matches(
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> prefix,
        ReadOnlySpan<byte> body,
        IReadOnlyList<byte[]> digests)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(prefix);
        hmac.AppendData(body);
        Span<byte> expected = stackalloc byte[Length];
        hmac.GetHashAndReset(expected);
        var matches = false;
        foreach (var digest in digests)
        {
            matches |= CryptographicOperations.FixedTimeEquals(expected, digest);
        }

        return matches;
    }

    /// <summary>Compares two secrets of any length.</summary>
    internal static bool SameSecret(string left, string right) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(left)),
        SHA256.HashData(Encoding.UTF8.GetBytes(right)));
}
