using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>The fields of a module, by API name.</summary>
internal sealed class ModuleFields(IEnumerable<ZohoField> fields)
{
    private readonly FrozenDictionary<string, ZohoField> _fields = fields
        .Where(f => !string.IsNullOrEmpty(f.ApiName))
        .DistinctBy(f => f.ApiName)
        .ToFrozenDictionary(f => f.ApiName!, StringComparer.Ordinal);

    /// <summary>The field; null when the module has none of this name.</summary>
    public ZohoField? Find(string apiName) => _fields.GetValueOrDefault(apiName);

    /// <summary>The field whose name differs in case only: API names are case-sensitive, and this is a likely slip.</summary>
    public string? Similar(string apiName) =>
        _fields.Keys.FirstOrDefault(k => string.Equals(k, apiName, StringComparison.OrdinalIgnoreCase));
}
