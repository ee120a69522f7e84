using System.Text.Json.Serialization.Metadata;
using SalesIntel.Leads;

namespace SalesIntel.Storage.Contract;

/// <summary>How facts and ledger entries are written in a store: one form for every implementation.</summary>
public static class StoreJson
{
    /// <summary>A fact as JSON text.</summary>
    public static string WriteFact(LeadFact fact) => JsonSerializer.Serialize(fact, StoreJsonContext.Default.LeadFact);

    /// <summary>A fact as JSON text in UTF-8.</summary>
    public static byte[] WriteFactUtf8(LeadFact fact) => JsonSerializer.SerializeToUtf8Bytes(fact, StoreJsonContext.Default.LeadFact);

    /// <summary>Reads a fact.</summary>
    /// <exception cref="JsonException">The text is not a fact.</exception>
    public static LeadFact ReadFact(string json) => Today(Read(json, StoreJsonContext.Default.LeadFact));

    /// <summary>Reads a fact from UTF-8.</summary>
    /// <exception cref="JsonException">The text is not a fact.</exception>
    public static LeadFact ReadFact(ReadOnlySpan<byte> json) => Today(Read(json, StoreJsonContext.Default.LeadFact));

    /// <summary>A ledger entry as JSON text.</summary>
    public static string WriteEntry(LedgerEntry entry) =>
        JsonSerializer.Serialize(entry, StoreJsonContext.Default.LedgerEntry);

    /// <summary>A ledger entry as JSON text in UTF-8.</summary>
    public static byte[] WriteEntryUtf8(LedgerEntry entry) =>
        JsonSerializer.SerializeToUtf8Bytes(entry, StoreJsonContext.Default.LedgerEntry);

    /// <summary>Reads a ledger entry from UTF-8.</summary>
    /// <exception cref="JsonException">The text is not a ledger entry.</exception>
    public static LedgerEntry ReadEntry(ReadOnlySpan<byte> json) => Read(json, StoreJsonContext.Default.LedgerEntry);

    /// <summary>Reads a ledger entry.</summary>
    /// <exception cref="JsonException">The text is not a ledger entry.</exception>
    public static LedgerEntry ReadEntry(string json) => Read(json, StoreJsonContext.Default.LedgerEntry);

    private static T Read<T>(string json, JsonTypeInfo<T> type)
        where T : class =>
        JsonSerializer.Deserialize(json, type) ?? throw Missing<T>();

    private static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
        where T : class =>
        JsonSerializer.Deserialize(json, type) ?? throw Missing<T>();

    private static JsonException Missing<T>() => new($"{typeof(T).Name}: null where a value must be.");

    private static LeadFact Today(LeadFact stored) => stored switch
    {
        IntelExtracted intel => intel.ToValues(),
        MeddicExtracted meddic => meddic.ToValues(),
        _ => stored,
    };
}
