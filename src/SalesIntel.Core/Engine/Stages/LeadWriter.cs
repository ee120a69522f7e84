using System.Text.Json.Nodes;
using SalesIntel.Crm;
using SalesIntel.Failures;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Writes a lead by difference: only what is not yet in the CRM as it should be.</summary>
internal sealed class LeadWriter(ICrm crm, FieldMap map)
{
    /// <summary>What would be sent now, without looking into the CRM.</summary>
    public JsonObject Difference(LeadRecord record, Lead lead) => Difference(map.Map(lead), record.Written);

    /// <summary>Writes the difference and answers what is in the CRM afterwards.</summary>
    public async Task<LeadWriteResult> WriteAsync(EventRun run, LeadRecord record, Lead lead)
    {
        var fields = map.Map(lead);
        var known = record;
        while (true)
        {
            var difference = Difference(fields, known.Written);
            if (known.CrmId.Length > 0 && difference.Count == 0)
            {
                return new LeadWriteResult(known.CrmId, known.Written, known.AlsoOurs, [], []);
            }

            var (leadId, issues) = await YieldAsync(known, lead.Email, fields, difference, run.Token).ConfigureAwait(false);
            if (leadId.Length > 0 && difference.Count == 0)
            {
                return new LeadWriteResult(leadId, known.Written, known.AlsoOurs, [], issues);
            }

            await IntendAsync(run, known, lead, fields, difference).ConfigureAwait(false);
            run.EnsureHeld();
            var write = new CrmLeadWrite { LeadId = leadId.Length > 0 ? leadId : null, Email = lead.Email, Fields = difference };
            var receipt = await crm.WriteLeadAsync(write, run.Token).ConfigureAwait(false);
            if (!receipt.Gone)
            {
                var sent = receipt.Sent ?? difference;
                return new LeadWriteResult(
                    receipt.LeadId,
                    Join(known.Written, difference, sent),
                    OurValues.Settle(known.AlsoOurs, difference, sent, fields.Yielding),
                    [.. difference.Select(field => field.Key).Where(sent.ContainsKey)],
                    [.. issues, .. receipt.Issues]);
            }

            if (known.CrmId.Length == 0)
            {
                throw new PermanentFailureException(
                    "lead-vanished", "The CRM found the lead and then said that it does not exist. Replay once its search has caught up.");
            }

            // Deleted or merged by a person: what we had written went with it, so the lead is written anew, whole.
            known = known with { CrmId = "", Written = [] };
        }
    }

    // What we once wrote and the facts no longer say is cleared: else the CRM would depend on the order in which they came.
    private static JsonObject Difference(CrmFields wanted, JsonObject written)
    {
        var difference = new JsonObject();
        foreach (var (field, value) in wanted.Values)
        {
            if (!JsonNode.DeepEquals(value, written[field]))
            {
                difference[field] = value!.DeepClone();
            }
        }

        foreach (var (field, value) in written)
        {
            if (value is not null && wanted.Clearable.Contains(field) && !wanted.Values.ContainsKey(field))
            {
                difference[field] = null;
            }
        }

        return difference;
    }

    // What the CRM did not take was not written: it stays in the difference, and goes there once the CRM takes it.
    private static JsonObject Join(JsonObject written, JsonObject difference, JsonObject sent)
    {
        var joined = (JsonObject)written.DeepClone();
        foreach (var (field, value) in difference.Where(field => sent.ContainsKey(field.Key)))
        {
            if (value is null)
            {
                joined.Remove(field);
            }
            else
            {
                joined[field] = value.DeepClone();
            }
        }

        return joined;
    }

    // Whoever is killed between the CRM's commit and ours would find his own values there and take them for a person's.
    private static async Task IntendAsync(EventRun run, LeadRecord known, Lead lead, CrmFields fields, JsonObject difference)
    {
        var intended = OurValues.Intend(known.AlsoOurs, difference, fields.Yielding);
        if (!ReferenceEquals(intended, known.AlsoOurs))
        {
            await run.CommitAsync(new EventCommit
            {
                Next = new NextStep.Continue(),
                Lead = new LeadUpdate { Key = known.Key, Email = lead.Email, AlsoOurs = intended },
            }).ConfigureAwait(false);
        }
    }

    // Takes out of the difference what a person has entered in the meantime. What we wrote ourselves we may replace.
    private async Task<(string LeadId, IReadOnlyList<string> Issues)> YieldAsync(
        LeadRecord record, string email, CrmFields fields, JsonObject difference, CancellationToken cancellationToken)
    {
        string[] yielding = [.. difference.Select(field => field.Key).Where(fields.Yielding.Contains)];
        if (record.CrmId.Length > 0 && yielding.Length == 0)
        {
            return (record.CrmId, []);
        }

        List<string> issues = [];
        var current = record.CrmId.Length > 0
            ? await crm.GetLeadAsync(record.CrmId, yielding, cancellationToken).ConfigureAwait(false)
            : Choose(await crm.FindLeadsAsync([email], yielding, cancellationToken).ConfigureAwait(false), issues);
        if (current is null)
        {
            // Not known to the CRM's search, or gone by id: the write itself will tell.
            return (record.CrmId, issues);
        }

        foreach (var field in yielding)
        {
            var theirs = current.Fields[field];
            if (theirs is not null && theirs.ToString().Length > 0 && !OurValues.Contains(record, field, theirs))
            {
                difference.Remove(field);
            }
        }

        return (current.Id, issues);
    }

    private static CrmLead? Choose(IReadOnlyList<CrmLead> found, List<string> issues)
    {
        var open = found.Where(lead => !lead.IsConverted).OrderBy(lead => lead.Id.Length).ThenBy(lead => lead.Id, StringComparer.Ordinal).ToList();
        if (open.Count == 0 && found.Count > 0)
        {
            throw new PermanentFailureException(
                "lead-converted",
                $"The lead {found[0].Id} was converted to a contact and can't be written any more. Enter this by hand at the contact.");
        }

        if (open.Count > 1)
        {
            issues.Add($"{open.Count} leads share this address; the oldest was written ({string.Join(", ", open.Select(lead => lead.Id))}). Merge them.");
        }

        return open.Count > 0 ? open[0] : null;
    }
}
