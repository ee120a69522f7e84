using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Crm;

/// <summary>What a look at a lead in the CRM has shown: whose values its fields hold. The next write of the same event goes by it instead of
/// asking the CRM again.</summary>
/// <param name="Lead">The CRM's id of the lead.</param>
/// <param name="Asked">Digest of the names that were asked for.</param>
/// <param name="Held">The CRM's names of the fields that held a value which is not ours.</param>
internal sealed record LeadLook(string Lead, string Asked, IReadOnlyList<string> Held)
{
    /// <summary>Digests of what they held; null when there are none, and in a look of a version that kept none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>How long it is gone by: a person may have changed the lead since.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    /// <summary>The look at a lead that was found.</summary>
    /// <param name="lead">The lead with all fields that a write would have to get along with.</param>
    /// <param name="wanted">All that may be written.</param>
    /// <param name="record">What we wrote.</param>
    /// <param name="mapping">Tells what is the same.</param>
    public static LeadLook At(CrmLead lead, IReadOnlyCollection<FieldWrite> wanted, LeadRecord record, ICrmMapping mapping)
    {
        var held = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var write in NamesOf(wanted))
        {
            if (HeldValue.Of(lead.Fields[write.Name]) is { } theirs
                && (write.Field.Policy == WritePolicy.FillIfEmpty || !WrittenValues.Contain(record, write.Name, theirs, mapping)))
            {
                held[write.Name] = DigestOf(theirs);
            }
        }

        return new(lead.Id, DigestOf(wanted), [.. held.Keys]) { Values = held.Count > 0 ? held : null };
    }

    /// <summary>A lead that was created a moment ago: it holds what we wrote.</summary>
    public static LeadLook AtNew(string lead, IReadOnlyCollection<FieldWrite> wanted) => new(lead, DigestOf(wanted), []);

    /// <summary>The fields whose values have to get along with what the CRM holds.</summary>
    public static IEnumerable<FieldWrite> NamesOf(IEnumerable<FieldWrite> wanted) => wanted.Where(write => write.Field.Policy != WritePolicy.Own);

    /// <summary>True when it tells enough for a write: of the same lead and fields, and of none whose text is added to.</summary>
    public bool IsEnoughFor(string lead, IReadOnlyCollection<FieldWrite> wanted, IEnumerable<FieldWrite> writes) =>
        Lead == lead && Asked == DigestOf(wanted) && writes.All(write => write.Field.Policy != WritePolicy.AppendDated);

    /// <summary>True when the field holds what would be written to it: nobody has changed anything then.</summary>
    public bool HoldsAlready(FieldWrite write) => write.Value is { } value && Values?.GetValueOrDefault(write.Name) == DigestOf(value);

    private static string DigestOf(JsonNode value) => Digest.Of(value.ToString().Trim(), 16);

    private static string DigestOf(IEnumerable<FieldWrite> wanted) =>
        Digest.Of(string.Join('\n', NamesOf(wanted).Select(write => write.Name).Order(StringComparer.Ordinal)), 16);
}
