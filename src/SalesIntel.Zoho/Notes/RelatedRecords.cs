using Microsoft.Extensions.Options;
using SalesIntel.Zoho.Records;
using SalesIntel.Zoho.Transport;

namespace SalesIntel.Zoho.Notes;

/// <summary>Looks through the notes or tasks of a lead for a marker,
/// https://www.zoho.com/crm/developer/docs/api/v8/get-related-records.html.</summary>
internal sealed class RelatedRecords(ZohoTransport transport, IOptionsMonitor<ZohoOptions> options)
{
    /// <summary>A marker is looked for soon after it was written, so the newest thousand are enough.</summary>
    private const int MaxPages = 5;

    /// <summary>Id of the newest that carries the marker; null when there is none.</summary>
    public async Task<string?> FindAsync(
        string leadId, string list, string fields, string markedField, string marker, string scopes,
        CancellationToken cancellationToken)
    {
        for (var page = 1; page <= MaxPages; page++)
        {
            var call = new ZohoCall
            {
                Method = HttpMethod.Get,
                Path = $"{options.CurrentValue.LeadsModule}/{ZohoId.Checked(leadId)}/{list}?fields={fields}"
                    + $"&sort_by=Created_Time&sort_order=desc&page={page}&per_page=200",
                Operation = $"list the {list} of lead {leadId}",
                Scopes = scopes,
            };
            var reply = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
            if (reply.IsEmpty)
            {
                return null;
            }

            if (reply.Status != 200)
            {
                throw ZohoErrors.Refused(call, reply, reply.Result);
            }

            foreach (var row in reply.Rows)
            {
                if (MarkedText.Holds(ZohoResult.Text(row, markedField), marker) && ZohoResult.Text(row, "id") is { } id)
                {
                    return id;
                }
            }

            if (!reply.HasMore)
            {
                return null;
            }
        }

        return null;
    }
}
