using System.Security.Cryptography;

namespace SalesIntel.Webhooks;

/// <summary>The check of one message's signature while its body arrives: decided by the headers alone, or by a hash of the body that grows
/// with each part of it. For one thread at a time.</summary>
public sealed class SignatureCheck : IDisposable
{
    private static readonly SignatureCheck[] AllDecided =
        [.. Enum.GetValues<SignatureValidationResult>().Select(result => new SignatureCheck([], [], [], result))];

    private readonly IReadOnlyList<SigningKey> keys;
    private readonly IncrementalHash[] hashes;
    private readonly IReadOnlyList<byte[]> digests;

    private SignatureCheck(
        IReadOnlyList<SigningKey> keys, IncrementalHash[] hashes, IReadOnlyList<byte[]> digests, SignatureValidationResult? decided) =>
        (this.keys, this.hashes, this.digests, Decided) = (keys, hashes, digests, decided);

    /// <summary>What the headers alone decide: the body is then not needed for the check. Null when it is.</summary>
    public SignatureValidationResult? Decided { get; private set; }

    /// <summary>A check that the headers have decided, e.g. because there is no signature.</summary>
    /// <param name="result">What was found.</param>
    public static SignatureCheck Of(SignatureValidationResult result) => AllDecided[(int)result];

    /// <summary>A check of HMAC-SHA256 over a prefix and the body: valid when one of the digests was made with one of the keys. Compared in
    /// constant time.</summary>
    /// <param name="keys">The keys that the sender may sign with, at least one.</param>
    /// <param name="prefix">What is signed before the body, e.g. a time stamp; empty for none.</param>
    /// <param name="digests">The digests of the header, 32 bytes each, at least one.</param>
    /// <exception cref="ArgumentException">There is no key or no digest.</exception>
    public static SignatureCheck HmacSha256(IReadOnlyList<SigningKey> keys, ReadOnlySpan<byte> prefix, IReadOnlyList<byte[]> digests)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(digests);
        if (keys.Count == 0 || digests.Count == 0)
        {
            throw new ArgumentException("A check needs a key and a digest; without them the result is NotConfigured or Malformed.");
        }

        var hashes = new IncrementalHash[keys.Count];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = keys[i].Rent();
            hashes[i].AppendData(prefix);
        }

        return new SignatureCheck(keys, hashes, digests, null);
    }

    /// <summary>Takes the next part of the body.</summary>
    /// <param name="part">Its bytes; not needed afterwards.</param>
    public void Append(ReadOnlySpan<byte> part)
    {
        if (Decided is null)
        {
            foreach (var hash in hashes)
            {
                hash.AppendData(part);
            }
        }
    }

    /// <summary>Ends the check after the last part.</summary>
    public SignatureValidationResult Finish()
    {
        if (Decided is { } decided)
        {
            return decided;
        }

        var matches = false;
        Span<byte> expected = stackalloc byte[HmacSignature.Length];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i].GetHashAndReset(expected);
            keys[i].Return(hashes[i]);
            foreach (var digest in digests)
            {
                matches |= CryptographicOperations.FixedTimeEquals(expected, digest);
            }
        }

        var result = matches ? SignatureValidationResult.Valid : SignatureValidationResult.Mismatch;
        Decided = result;
        return result;
    }

    /// <summary>Ends a check whose body did not come to its end; harmless after <see cref="Finish"/>.</summary>
    public void Dispose()
    {
        if (Decided is null)
        {
            Decided = SignatureValidationResult.Mismatch;
            foreach (var hash in hashes)
            {
                hash.Dispose();
            }
        }
    }
}
