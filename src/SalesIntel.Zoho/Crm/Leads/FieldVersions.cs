using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>What Zoho says of fields, as short texts: a value that was refused is worth another try when one has changed.</summary>
internal sealed class FieldVersions(FieldCache cache, IOptionsMonitor<ZohoOptions> options)
{
    private const string Missing = "none";

    public async Task<IReadOnlyDictionary<string, string>> GetAsync(
        string leadId, IReadOnlyCollection<string> fields, CancellationToken cancellationToken)
    {
        var module = CrmRecord.Parse(leadId, options.CurrentValue.LeadsModule).Module;
        var known = await cache.TryGetAsync(module, cancellationToken).ConfigureAwait(false);
        return known is null ? new Dictionary<string, string>() : fields.Distinct().ToDictionary(
            field => field,
            field => known.Find(field) is { } found
                ? Digest.OfJson(found, MetadataJson.Default.ZohoField, 16)
                : Missing,
            StringComparer.Ordinal);
    }
}
