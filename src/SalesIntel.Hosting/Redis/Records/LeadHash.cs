using SalesIntel.Leads;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>What is kept about a lead as a Redis hash.</summary>
internal static class LeadHash
{
    private const string Email = "email";
    private const string CrmId = "crm_id";
    private const string Written = "written";
    private const string OtherForms = "also_ours";
    private const string UpdatedAt = "updated_at";
    private const string FactPrefix = "fact:";
    private const string ReferencePrefix = "ref:";

    public static RedisValue Fact(string factId) => FactPrefix + factId;

    public static HashEntry[] Create(LeadUpdate update, DateTimeOffset at)
    {
        List<HashEntry> fields = [new(Email, update.Email), new(UpdatedAt, EventHash.Time(at))];
        fields.AddRange(update.Facts.Select(fact => new HashEntry(Fact(fact.Id), StoreJson.WriteFact(fact))));
        fields.AddRange(update.References.Select(reference => new HashEntry(ReferencePrefix + reference.Key, reference.Value)));
        if (update.CrmId is { } crmId)
        {
            fields.Add(new(CrmId, crmId));
        }

        if (update.Written is { } written)
        {
            fields.Add(new(Written, written.ToJsonString()));
        }

        if (update.OtherForms is { } otherForms)
        {
            fields.Add(new(OtherForms, otherForms.ToJsonString()));
        }

        return [.. fields];
    }

    public static LeadRecord Read(LeadKey key, HashEntry[] hash)
    {
        List<LeadFact> facts = [];
        Dictionary<string, string> references = new(StringComparer.Ordinal);
        var record = new LeadRecord { Key = key };
        foreach (var entry in hash)
        {
            var name = entry.Name.ToString();
            if (name.StartsWith(FactPrefix, StringComparison.Ordinal))
            {
                facts.Add(StoreJson.ReadFact(entry.Value.ToString()));
            }
            else if (name.StartsWith(ReferencePrefix, StringComparison.Ordinal))
            {
                references[name[ReferencePrefix.Length..]] = entry.Value.ToString();
            }
            else
            {
                record = name switch
                {
                    Email => record with { Email = entry.Value.ToString() },
                    CrmId => record with { CrmId = entry.Value.ToString() },
                    Written => record with { Written = JsonNode.Parse(entry.Value.ToString()) as JsonObject ?? [] },
                    OtherForms => record with { OtherForms = JsonNode.Parse(entry.Value.ToString()) as JsonObject ?? [] },
                    _ => record,
                };
            }
        }

        return record with { Facts = [.. facts.OrderBy(fact => fact.Id, StringComparer.Ordinal)], References = references };
    }
}
