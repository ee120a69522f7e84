using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>Looks through the notes or tasks of a lead for a marker,
/// https://www.zoho.com/crm/developer/docs/api/v8/get-related-records.html.</summary>
internal sealed class RelatedRecords(ZohoCrmClient client, IOptionsMonitor<ZohoOptions> options)
{
    /// <summary>A marker is looked for soon after it was written, so the newest thousand are enough.</summary>
    private const int MostPages = 5;

    /// <summary>The newest that carries the marker; null when there is none.</summary>
    /// <param name="list">What is looked through.</param>
    /// <param name="leadId">Whose list it is.</param>
    /// <param name="marker">What is looked for.</param>
    /// <param name="wholeText">The whole text of a record by its id, where the list may show the beginning only.</param>
    /// <param name="priority">Who waits for it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<MarkedRecord?> FindAsync(
        RelatedList list,
        string leadId,
        string marker,
        Func<string, CancellationToken, Task<string?>>? wholeText,
        ZohoPriority priority,
        CancellationToken cancellationToken)
    {
        var parent = CrmRecord.Parse(leadId, options.CurrentValue.LeadsModule).Parent;
        var rows = client.RelatedAsync(parent, list.Name, ["id", .. list.Fields], list.Scopes, MostPages, priority, cancellationToken);
        await foreach (var row in rows.ConfigureAwait(false))
        {
            if (ZohoElement.Text(row, "id") is not { } id || ZohoElement.Text(row, list.MarkedField) is not { } shown)
            {
                continue;
            }

            var isCut = !MarkedText.Holds(shown, marker) && shown.Length == ReadKind.ListedText && wholeText is not null;
            var text = isCut ? await wholeText!(id, cancellationToken).ConfigureAwait(false) : shown;
            if (MarkedText.Holds(text, marker))
            {
                return new MarkedRecord(id, text!);
            }
        }

        return null;
    }
}
