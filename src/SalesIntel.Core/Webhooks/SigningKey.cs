using System.Security.Cryptography;

namespace SalesIntel.Webhooks;

/// <summary>A key with which a sender signs its messages with HMAC-SHA256. Make it once and use it for every message.</summary>
public sealed class SigningKey
{
    // As many as hash at once on a large machine; a hash that is begun anew costs more than the body of a booking.
    private const int MostIdle = 32;

    private readonly byte[] key;
    private readonly Lock gate = new();
    private readonly Stack<IncrementalHash> idle = new();

    /// <summary>Takes over a copy of the key.</summary>
    /// <param name="key">The key's bytes.</param>
    /// <exception cref="ArgumentException">It is empty: with an empty key everybody could sign.</exception>
    public SigningKey(ReadOnlySpan<byte> key)
    {
        if (key.IsEmpty)
        {
            throw new ArgumentException("An empty signing key would let everybody sign: give the key that the sender signs with.", nameof(key));
        }

        this.key = key.ToArray();
    }

    internal IncrementalHash Rent()
    {
        lock (gate)
        {
            if (idle.TryPop(out var hash))
            {
                return hash;
            }
        }

        return IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
    }

    /// <param name="hash">A hash of this key that holds nothing.</param>
    internal void Return(IncrementalHash hash)
    {
        lock (gate)
        {
            if (idle.Count < MostIdle)
            {
                idle.Push(hash);
                return;
            }
        }

        hash.Dispose();
    }
}
