using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace SalesIntel.Webhooks;

/// <summary>Unpacks bodies that come compressed with gzip. Whether a body is compressed is seen from its first bytes, because relays unpack
/// bodies and leave the header, or take the header away and leave the body; JSON never begins like gzip.</summary>
internal static class CompressedBody
{
    internal const string Header = "Content-Encoding";

    private const int ChunkSize = 64 * 1024;

    /// <summary>True for a <c>Content-Encoding</c> that can be taken: none, <c>identity</c> or <c>gzip</c>.</summary>
    internal static bool IsSupported(string? encoding) => (encoding ?? "")
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .All(name => name.ToUpperInvariant() is "GZIP" or "X-GZIP" or "IDENTITY");

    /// <summary>True for a body that begins as gzip does (RFC 1952).</summary>
    internal static bool IsCompressed(ReadOnlySpan<byte> body) => body.StartsWith([(byte)0x1F, (byte)0x8B, (byte)0x08]);

    /// <summary>Unpacks a body.</summary>
    /// <param name="body">The compressed bytes.</param>
    /// <param name="limit">Bytes that it may have when unpacked; no more than that is ever held.</param>
    /// <param name="plain">The unpacked bytes; empty when it is too long or damaged.</param>
    internal static UnpackResult Unpack(ReadOnlyMemory<byte> body, int limit, out ReadOnlyMemory<byte> plain)
    {
        plain = default;
        using var gzip = new GZipStream(Open(body), CompressionMode.Decompress);
        var unpacked = new ArrayBufferWriter<byte>(Math.Min(ChunkSize, limit + 1));
        try
        {
            while (true)
            {
                var room = Math.Min(ChunkSize, limit + 1 - unpacked.WrittenCount);
                var read = gzip.Read(unpacked.GetSpan(room)[..room]);
                if (read == 0)
                {
                    // A body that is cut off ends here without an exception; whoever reads it sees that.
                    plain = unpacked.WrittenMemory;
                    return plain.IsEmpty ? UnpackResult.Damaged : UnpackResult.Unpacked;
                }

                unpacked.Advance(read);
                if (unpacked.WrittenCount > limit)
                {
                    return UnpackResult.TooLong;
                }
            }
        }
        catch (InvalidDataException)
        {
            return UnpackResult.Damaged;
        }
    }

    private static MemoryStream Open(ReadOnlyMemory<byte> body) =>
        MemoryMarshal.TryGetArray(body, out var array) && array.Array is { } bytes
            ? new MemoryStream(bytes, array.Offset, array.Count, writable: false)
            : new MemoryStream(body.ToArray(), writable: false);
}
