using System.IO.Compression;
using System.Runtime.InteropServices;

namespace SalesIntel.Webhooks;

/// <summary>Unpacks bodies that come compressed with gzip. Whether a body is compressed is seen from its first bytes, because relays unpack
/// bodies and leave the header, or take the header away and leave the body; JSON never begins like gzip.</summary>
internal static class CompressedBody
{
    internal const string Header = "Content-Encoding";

    /// <summary>True for a <c>Content-Encoding</c> that can be taken: none, <c>identity</c> or <c>gzip</c>.</summary>
    internal static bool IsSupported(string? encoding) => string.IsNullOrEmpty(encoding) || encoding
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .All(name => name.ToUpperInvariant() is "GZIP" or "X-GZIP" or "IDENTITY");

    /// <summary>True for a body that begins as gzip does (RFC 1952).</summary>
    internal static bool IsCompressed(ReadOnlySpan<byte> body) => body.StartsWith([(byte)0x1F, (byte)0x8B, (byte)0x08]);

    /// <summary>Unpacks a body.</summary>
    /// <param name="body">The compressed bytes.</param>
    /// <param name="limit">Bytes that it may have when unpacked; hardly more than that is ever held.</param>
    /// <param name="plain">Gets the unpacked bytes.</param>
    internal static UnpackResult Unpack(ReadOnlyMemory<byte> body, int limit, BodyBuffer plain)
    {
        using var gzip = new GZipStream(Open(body), CompressionMode.Decompress);
        try
        {
            while (true)
            {
                var room = plain.GetRoom();
                if (room.IsEmpty)
                {
                    return UnpackResult.NoRoom;
                }

                var read = gzip.Read(room);
                if (read == 0)
                {
                    // A body that is cut off ends here without an exception; whoever reads it sees that.
                    return plain.Length == 0 ? UnpackResult.Damaged : UnpackResult.Unpacked;
                }

                plain.Advance(read);
                if (plain.Length > limit)
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
