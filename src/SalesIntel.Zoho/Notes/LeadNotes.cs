using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesIntel.Crm;
using SalesIntel.Text;
using SalesIntel.Zoho.Records;
using SalesIntel.Zoho.Transport;

namespace SalesIntel.Zoho.Notes;

/// <summary>Notes of a lead, https://www.zoho.com/crm/developer/docs/api/v8/create-notes.html.</summary>
internal sealed class LeadNotes(
    ZohoTransport transport, RelatedRecords related, IOptionsMonitor<ZohoOptions> options, ILogger<LeadNotes> logger)
{
    internal const int MaxTitle = 120;

    /// <summary>The older of the two limits that Zoho documents (32,000 and 65,535).</summary>
    internal const int MaxContent = 32_000;

    private const string Scopes = "ZohoCRM.modules.notes.ALL and ZohoCRM.modules.leads.READ";

    public Task<string?> FindAsync(string leadId, string marker, CancellationToken cancellationToken) => related.FindAsync(
        leadId, "Notes", "id,Note_Title,Note_Content,Created_Time", "Note_Content", marker, Scopes, cancellationToken);

    public async Task<string> CreateAsync(string leadId, CrmNote note, CancellationToken cancellationToken)
    {
        var call = new ZohoCall
        {
            Method = HttpMethod.Post,
            Path = $"{options.CurrentValue.LeadsModule}/{ZohoId.Checked(leadId)}/Notes",
            Operation = $"add a note to lead {leadId}",
            Scopes = Scopes,
            Body = Body(note),
        };
        var reply = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
        if (reply.Result is not { IsSuccess: true } result || reply.Status >= 300)
        {
            throw ZohoErrors.Refused(call, reply, reply.Result?.Flatten()[0]);
        }

        var id = result.Id ?? throw ZohoErrors.Unreadable(call, reply.Status);
        Log.RelatedWritten(logger, "note", id, leadId);
        return id;
    }

    public async Task<bool> UpdateAsync(string noteId, CrmNote note, CancellationToken cancellationToken)
    {
        var call = new ZohoCall
        {
            Method = HttpMethod.Put,
            Path = $"Notes/{ZohoId.Checked(noteId)}",
            Operation = $"update note {noteId}",
            Scopes = Scopes,
            Body = Body(note),
        };
        var reply = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
        if (reply.Result is { IsSuccess: true } && reply.Status < 300)
        {
            return true;
        }

        return IsGone(reply) ? false : throw ZohoErrors.Refused(call, reply, reply.Result?.Flatten()[0]);
    }

    private static bool IsGone(ZohoReply reply) => reply.Status == 204 || reply.Result?.Flatten() is [{ } only]
        && (only.Code is "RECORD_NOT_FOUND" or "RESOURCE_NOT_FOUND"
            || (only.Code == "INVALID_DATA" && (only.ApiName is null or "id" || reply.Status == 404)));

    private static byte[] Body(CrmNote note) => new WriteBody
    {
        Data =
        [
            new JsonObject
            {
                ["Note_Title"] = TextCleaner.Shorten(TextCleaner.Line(note.Title), MaxTitle),
                ["Note_Content"] = MarkedText.Fit(note.Content, note.Marker, MaxContent),
            },
        ],
    }.ToUtf8();
}
