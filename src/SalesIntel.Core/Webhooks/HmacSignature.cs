using System.Security.Cryptography;

namespace SalesIntel.Webhooks;

/// <summary>Digests as headers carry them, and comparisons whose duration tells nothing about the secret.</summary>
internal static class HmacSignature
{
    /// <summary>Bytes of an HMAC-SHA256.</summary>
    internal const int Length = 32;

    /// <summary>Reads a hexadecimal digest in either case; null when it is none.</summary>
    internal static byte[]? Parse(ReadOnlySpan<char> hex)
    {
        if (hex.Length != Length * 2)
        {
            return null;
        }

        var digest = new byte[Length];
        return Convert.FromHexString(hex, digest, out _, out var written) == System.Buffers.OperationStatus.Done && written == Length
            ? digest
            : null;
    }

    /// <summary>Compares two secrets of any length.</summary>
    internal static bool SameSecret(string left, string right) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(left)),
        SHA256.HashData(Encoding.UTF8.GetBytes(right)));
}
