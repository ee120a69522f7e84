using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>Looks through the notes or tasks of a lead for a marker,
/// https://www.zoho.com/crm/developer/docs/api/v8/get-related-records.html.</summary>
internal sealed class RelatedRecords(ZohoCrmClient client, IOptionsMonitor<ZohoOptions> options)
{
    /// <summary>A marker is looked for soon after it was written, so the newest thousand are enough.</summary>
    private const int MostPages = 5;

    /// <summary>Id of the newest that carries the marker; null when there is none.</summary>
    public async Task<string?> FindAsync(
        string leadId,
        string list,
        string[] fields,
        string markedField,
        string marker,
        string scopes,
        ZohoPriority priority,
        CancellationToken cancellationToken)
    {
        var parent = CrmRecord.Parse(leadId, options.CurrentValue.LeadsModule).Parent;
        return await client.RelatedAsync(parent, list, fields, scopes, MostPages, priority, cancellationToken)
            .Where(row => MarkedText.Holds(ZohoElement.Text(row, markedField), marker))
            .Select((JsonElement row) => ZohoElement.Text(row, "id"))
            .FirstOrDefaultAsync(id => id is not null, cancellationToken)
            .ConfigureAwait(false);
    }
}
