using System.Buffers;
using System.Security.Cryptography;

namespace SalesIntel.Text;

/// <summary>Hashes what is written with SHA-256, without keeping it.</summary>
internal sealed class HashingWriter : IBufferWriter<byte>, IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] buffer = new byte[16 * 1024];

    public void Advance(int count) => hash.AppendData(buffer, 0, count);

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (sizeHint > buffer.Length)
        {
            buffer = new byte[sizeHint];
        }

        return buffer;
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>The hash of all that was written.</summary>
    public void Finish(Span<byte> result) => hash.GetHashAndReset(result);

    public void Dispose() => hash.Dispose();
}
