using System.Security.Cryptography;

namespace SalesIntel.Hosting.Copying;

/// <summary>Something that a store keeps, in a form that is no store's own. Times are the host's.</summary>
internal abstract record StoreRecord
{
    private const int Frame = 256;

    /// <summary>How long it is still kept; null = as long as the event or lane is in the queue.</summary>
    public TimeSpan? Life { get; init; }

    public abstract RecordKind Kind { get; }

    /// <summary>Tells it from the others of its kind.</summary>
    public abstract string Identity { get; }

    /// <summary>About how much memory it takes.</summary>
    public virtual int Bytes => Frame;

    /// <summary>What must be the same in both stores. Not the times that go by a store's clock.</summary>
    protected abstract IEnumerable<string?> Content { get; }

    /// <summary>A fingerprint of what must be the same.</summary>
    public string Fingerprint() => Convert.ToHexString(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', Content.Select(part => part is null ? "\u0001" : $"{part.Length}:{part}")))));
}
