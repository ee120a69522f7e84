using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesIntel.Crm;
using SalesIntel.Zoho.Metadata;
using SalesIntel.Zoho.Transport;

namespace SalesIntel.Zoho.Records;

/// <summary>Creates and updates leads: https://www.zoho.com/crm/developer/docs/api/v8/upsert-records.html and update-records.html.
/// At most four calls: the write, one for duplicates, one for salvaged fields, and the module's fields at first use.</summary>
internal sealed class LeadWriter(
    ZohoTransport transport, ZohoMetadata metadata, IOptionsMonitor<ZohoOptions> options, ILogger<LeadWriter> logger)
{
    private const string Scopes = "ZohoCRM.modules.leads.ALL";
    private static readonly HashSet<string> Keep = ["Email", "Last_Name"];

    /// <summary>Writes a lead.</summary>
    /// <param name="leadId">Its id; null = create it, or update the one with this address.</param>
    /// <param name="email">Its e-mail address.</param>
    /// <param name="values">Values by API name; JSON null clears a field. Not changed.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<CrmLeadReceipt> WriteAsync(string? leadId, string email, JsonObject values, CancellationToken cancellationToken)
    {
        var current = options.CurrentValue;
        var issues = new List<string>();
        var fields = await metadata.TryGetAsync(current.LeadsModule, cancellationToken).ConfigureAwait(false);
        var record = RecordFit.Fit(values, fields, leadId is not null, current, issues);
        var id = leadId is null ? null : ZohoId.Checked(leadId);
        if (id is null)
        {
            record["Email"] = email;
            if (!string.IsNullOrEmpty(current.OwnerId))
            {
                record["Owner"] = new JsonObject { ["id"] = current.OwnerId };
            }
        }

        // What is left of the record after the write is what Zoho took.
        var receipt = await WriteAsync(current, id, record, issues, cancellationToken).ConfigureAwait(false)
            with { Sent = Asked(record, values) };
        foreach (var issue in receipt.Issues)
        {
            Log.FieldIssue(logger, current.LeadsModule, issue);
        }

        Log.LeadWritten(logger, receipt.Gone ? "gone" : receipt.LeadId, receipt.Created, receipt.Issues.Count);
        return receipt;
    }

    private async Task<CrmLeadReceipt> WriteAsync(
        ZohoOptions current, string? id, JsonObject record, List<string> issues, CancellationToken cancellationToken)
    {
        var salvaged = false;
        var followed = false;
        while (true)
        {
            if (id is not null && record.Count == 0)
            {
                return new CrmLeadReceipt { LeadId = id, Issues = issues };
            }

            var call = Call(current, id, record);
            var reply = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
            var result = reply.Result;
            if (result is { IsSuccess: true } && reply.Status < 300)
            {
                return new CrmLeadReceipt
                {
                    LeadId = result.Id ?? id ?? throw ZohoErrors.Unreadable(call, reply.Status),
                    Created = id is null && (result.Action == "insert" || (result.Action is null && reply.Status == 201)),
                    Issues = issues,
                };
            }

            var problems = result?.Flatten() ?? [];
            if (id is not null && !followed && IsGone(reply, problems, record))
            {
                return new CrmLeadReceipt { LeadId = "", Gone = true };
            }

            var (duplicates, others) = Split(problems);
            if (problems.Count == 0 || (others.Count > 0 && salvaged) || (duplicates.Count > 0 && (followed || id is not null)))
            {
                throw ZohoErrors.Refused(call, reply, Worst(problems) ?? result);
            }

            if (duplicates.Count > 0)
            {
                id = OnlyOne(duplicates) ?? throw ZohoErrors.Duplicates(call, reply, duplicates);
                followed = true;
                // The record exists, so it has an owner, whom only people change.
                record.Remove("Owner");
            }

            if (others.Count > 0)
            {
                if (FieldSalvage.Apply(record, others, Keep, issues) is { } hopeless)
                {
                    throw ZohoErrors.Refused(call, reply, hopeless);
                }

                salvaged = true;
                metadata.Expire(current.LeadsModule);
            }
        }
    }

    private static JsonObject Asked(JsonObject record, JsonObject fields) =>
        new(record.Where(field => fields.ContainsKey(field.Key))
            .Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));

    private static ZohoCall Call(ZohoOptions current, string? id, JsonObject record)
    {
        var body = new WriteBody
        {
            Data = [record],
            DuplicateCheckFields = id is null ? ["Email"] : null,
            Trigger = current.Trigger is null ? null : [.. current.Trigger],
        };
        return new ZohoCall
        {
            Method = id is null ? HttpMethod.Post : HttpMethod.Put,
            Path = id is null ? $"{current.LeadsModule}/upsert" : $"{current.LeadsModule}/{id}",
            Operation = id is null ? "create or update a lead" : $"update lead {id}",
            Scopes = Scopes,
            Body = body.ToUtf8(),
        };
    }

    // A deleted record is answered with a refused id, in one of several shapes, and never with a field that was sent.
    private static bool IsGone(ZohoReply reply, IReadOnlyList<ZohoResult> problems, JsonObject record) =>
        problems is [{ Code: var code } only]
        && (code is "RECORD_NOT_FOUND" or "RESOURCE_NOT_FOUND"
            || (code == "INVALID_DATA"
                && (only.ApiName is null or "id" || (reply.Status == 404 && !record.ContainsKey(only.ApiName)))
                && (only.ApiName == "id" || only.Id is not null || only.Number("resource_path_index") is not null
                    || reply.Status == 404)));

    private static (List<ZohoResult> Duplicates, List<ZohoResult> Others) Split(IReadOnlyList<ZohoResult> problems)
    {
        var duplicates = problems.Where(p => p.Code == "DUPLICATE_DATA").ToList();
        return (duplicates, problems.Except(duplicates).ToList());
    }

    private static string? OnlyOne(List<ZohoResult> duplicates)
    {
        var several = duplicates.Any(d => d.Details.ValueKind == System.Text.Json.JsonValueKind.Object
            && d.Details.TryGetProperty("more_records", out var more) && more.ValueKind == System.Text.Json.JsonValueKind.True);
        var ids = duplicates.SelectMany(ZohoErrors.DuplicateIds).Distinct().ToList();
        return !several && ids is [var id] ? id : null;
    }

    // Of several problems the one that no field can be blamed for says most.
    private static ZohoResult? Worst(IReadOnlyList<ZohoResult> problems) =>
        problems.FirstOrDefault(p => p.Code is not ("INVALID_DATA" or "DUPLICATE_DATA"))
        ?? problems.FirstOrDefault(p => p.Code == "DUPLICATE_DATA")
        ?? (problems.Count > 0 ? problems[0] : null);
}
