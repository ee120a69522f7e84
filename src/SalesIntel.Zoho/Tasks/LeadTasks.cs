using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesIntel.Crm;
using SalesIntel.Text;
using SalesIntel.Zoho.Notes;
using SalesIntel.Zoho.Records;
using SalesIntel.Zoho.Transport;

namespace SalesIntel.Zoho.Tasks;

/// <summary>Tasks for a lead, https://www.zoho.com/crm/developer/docs/api/v8/insert-records.html. A lead is named by
/// <c>What_Id</c> together with <c>$se_module</c>, without which Zoho loses the relation.</summary>
internal sealed class LeadTasks(
    ZohoTransport transport, RelatedRecords related, IOptionsMonitor<ZohoOptions> options, ILogger<LeadTasks> logger)
{
    internal const int MaxSubject = 255;
    internal const int MaxDescription = 32_000;

    private const string Scopes = "ZohoCRM.modules.tasks.ALL and ZohoCRM.modules.leads.READ";
    private static readonly HashSet<string> Keep = ["Subject", "Due_Date", "Description", "What_Id", "$se_module"];

    public Task<string?> FindAsync(string leadId, string marker, CancellationToken cancellationToken) => related.FindAsync(
        leadId, "Tasks", "id,Subject,Description", "Description", marker, Scopes, cancellationToken);

    public async Task<string> CreateAsync(string leadId, CrmTask task, CancellationToken cancellationToken)
    {
        var current = options.CurrentValue;
        var record = Record(leadId, task, current);
        var call = Call(leadId, record, current);
        var reply = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
        if (reply.Result is { IsSuccess: false } refused)
        {
            // A wrong owner, or a status or priority that this organisation renamed, must not cost the task.
            var issues = new List<string>();
            if (FieldSalvage.Apply(record, refused.Flatten(), Keep, issues) is { } hopeless)
            {
                throw ZohoErrors.Refused(call, reply, hopeless);
            }

            foreach (var issue in issues)
            {
                Log.FieldIssue(logger, "Tasks", issue);
            }

            call = Call(leadId, record, current);
            reply = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
        }

        if (reply.Result is not { IsSuccess: true } result || reply.Status >= 300)
        {
            throw ZohoErrors.Refused(call, reply, reply.Result?.Flatten()[0]);
        }

        var id = result.Id ?? throw ZohoErrors.Unreadable(call, reply.Status);
        Log.RelatedWritten(logger, "task", id, leadId);
        return id;
    }

    private static JsonObject Record(string leadId, CrmTask task, ZohoOptions current)
    {
        var record = new JsonObject
        {
            ["Subject"] = TextCleaner.Shorten(TextCleaner.Line(task.Subject), MaxSubject),
            ["Due_Date"] = TimeText.Day(task.DueDate),
            ["Description"] = MarkedText.Fit(task.Description, task.Marker, MaxDescription),
            ["Status"] = "Not Started",
            ["Priority"] = "Normal",
            ["What_Id"] = new JsonObject { ["id"] = ZohoId.Checked(leadId) },
            ["$se_module"] = current.LeadsModule,
        };
        if (!string.IsNullOrEmpty(current.OwnerId))
        {
            record["Owner"] = new JsonObject { ["id"] = current.OwnerId };
        }

        return record;
    }

    private static ZohoCall Call(string leadId, JsonObject record, ZohoOptions current) => new()
    {
        Method = HttpMethod.Post,
        Path = "Tasks",
        Operation = $"add a task to lead {leadId}",
        Scopes = Scopes,
        Body = new WriteBody
        {
            Data = [record],
            Trigger = current.Trigger is null ? null : [.. current.Trigger],
        }.ToUtf8(),
    };
}
