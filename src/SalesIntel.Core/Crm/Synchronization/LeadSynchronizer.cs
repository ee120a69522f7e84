using System.Text.Json.Nodes;
using SalesIntel.Failures;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Crm;

/// <summary>Brings a lead in the CRM to what a patch says, by difference: only what is not yet there as it should be is sent, and what people
/// have entered is kept as far as the fields' policies say.</summary>
internal sealed class LeadSynchronizer(ICrm crm, TimeProvider time)
{
    // A lead that is gone is written anew, one that turns up is compared: a CRM that goes on like this contradicts itself.
    private const int MostAttempts = 4;

    private readonly ICrmMapping mapping = crm.Mapping;

    /// <summary>Writes the difference and answers what is in the CRM afterwards.</summary>
    public async Task<LeadWriteResult> WriteAsync(
        LeadRecord record, LeadPatch patch, ILeadWriteJournal journal, CancellationToken cancellationToken)
    {
        var wanted = Mapped(patch);
        var known = record;
        List<string> issues = [];
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var difference = Difference(wanted, known.Written);
            if (known.CrmId.Length > 0 && difference.Count == 0)
            {
                return new LeadWriteResult(known.CrmId, known.Written, known.OtherForms, [], []);
            }

            var comparison = await CompareAsync(known, patch.Email, difference, cancellationToken).ConfigureAwait(false);
            if (comparison.Landed.Count > 0)
            {
                known = known with
                {
                    Written = WrittenValues.Join(known.Written, comparison.Landed),
                    OtherForms = WrittenValues.Join(known.OtherForms, comparison.Landed.Select(landed => KeyValuePair.Create(landed.Key, (JsonNode?)null))),
                };
            }

            var writes = comparison.Writes;
            if (comparison.LeadId.Length > 0 && writes.Count == 0)
            {
                return new LeadWriteResult(comparison.LeadId, known.Written, known.OtherForms, [], [.. issues, .. comparison.Issues])
                {
                    Kept = comparison.Kept,
                };
            }

            // A process that is killed between the CRM's commit and the store's would otherwise take these values for user edits later.
            var intended = WrittenValues.Intend(known.OtherForms, writes, mapping);
            if (!ReferenceEquals(intended, known.OtherForms))
            {
                await journal.RecordIntentAsync(intended).ConfigureAwait(false);
            }

            journal.EnsureMayWrite();
            var receipt = await crm.WriteLeadAsync(
                new CrmLeadWrite
                {
                    LeadId = comparison.LeadId.Length > 0 ? comparison.LeadId : null,
                    Patch = new LeadPatch { Email = patch.Email, Fields = [.. writes.Select(write => write.Field)] },
                },
                cancellationToken).ConfigureAwait(false);
            if (receipt.Exists)
            {
                // Known to the CRM all the same, as a lead or a contact: people may have entered something there.
                known = known with { CrmId = receipt.LeadId };
                issues.AddRange(receipt.Issues);
                continue;
            }

            if (!receipt.Gone)
            {
                var sent = receipt.Sent ?? WrittenValuesOf(writes);
                return new LeadWriteResult(
                    receipt.LeadId,
                    WrittenValues.Join(
                        known.Written,
                        writes.Where(write => sent.ContainsKey(write.Name)).Select(write => KeyValuePair.Create(write.Name, write.Value))),
                    WrittenValues.Settle(known.OtherForms, writes, sent, mapping),
                    [.. writes.Select(write => write.Name).Where(sent.ContainsKey)],
                    [.. issues, .. comparison.Issues, .. receipt.Issues],
                    receipt.IsSimulated)
                {
                    Kept = comparison.Kept,
                };
            }

            if (known.CrmId.Length == 0)
            {
                break;
            }

            // Deleted or merged by a person: what we had written went with it, so the lead is written anew, whole.
            known = known with { CrmId = "", Written = [] };
        }

        throw new PermanentFailureException(
            "lead-vanished", "The CRM found the lead and then said that it does not exist. Replay once its search has caught up.");
    }

    private static JsonObject WrittenValuesOf(IEnumerable<FieldWrite> writes) =>
        new(writes.Select(write => KeyValuePair.Create(write.Name, write.Value?.DeepClone())));

    private static CrmLead? Choose(IReadOnlyList<CrmLead> found, List<string> issues)
    {
        var open = found.Where(lead => !lead.IsConverted).OrderBy(lead => lead.Id.Length).ThenBy(lead => lead.Id, StringComparer.Ordinal).ToList();
        if (open.Count > 1)
        {
            issues.Add(DuplicateLeads.Issue([.. open.Select(lead => lead.Id)]));
        }

        return open.Count > 0 ? open[0] : found.Count > 0 ? found[0] : null;
    }

    // What has become of a lead that was converted.
    private async Task<CrmLead> FollowAsync(CrmLead converted, IReadOnlyCollection<string> asked, CancellationToken cancellationToken)
    {
        var known = converted.ContinuesAs is null
            ? await crm.GetLeadAsync(converted.Id, [], cancellationToken).ConfigureAwait(false)
            : converted;
        var successor = known?.ContinuesAs is { } id ? await crm.GetLeadAsync(id, asked, cancellationToken).ConfigureAwait(false) : null;
        return successor is { IsConverted: false } ? successor : throw new PermanentFailureException(
            "lead-converted",
            $"The lead {converted.Id} was converted to a contact that the CRM does not name. Enter this by hand at the contact.");
    }

    private static string TextOf(JsonNode? value) => value is JsonArray { Count: 0 } ? "" : value?.ToString() ?? "";

    private List<FieldWrite> Mapped(LeadPatch patch)
    {
        var fields = new Dictionary<string, FieldWrite>(StringComparer.Ordinal);
        foreach (var field in patch.Fields)
        {
            if (mapping.Map(field) is { } mapped && !fields.TryAdd(mapped.Name, new FieldWrite(field, mapped.Name, mapped.Value)))
            {
                throw new PermanentFailureException(
                    "same-crm-field",
                    $"{fields[mapped.Name].Field.Field} and {field.Field} are both written to '{mapped.Name}': give each a field of its own in the CRM's mapping.");
            }
        }

        return [.. fields.Values];
    }

    // What we once wrote and the facts no longer say is cleared: else the CRM would depend on the order in which they came. What is added to,
    // or was only filled in, is a person's from then on.
    private List<FieldWrite> Difference(IEnumerable<FieldWrite> wanted, JsonObject written) =>
    [
        .. wanted.Where(field => (field.Value, written[field.Name], field.Field.Policy) switch
        {
            (null, null, _) => false,
            (null, _, WritePolicy.FillIfEmpty or WritePolicy.AppendDated) => false,
            (null, _, _) => !field.Field.Field.IsRequired,
            (_, null, _) => true,
            (_, _, WritePolicy.FillIfEmpty) => false,
            var (value, before, _) => !mapping.IsSame(field.Name, value, before),
        }),
    ];

    // The CRM is asked where a value must get along with what it holds, or where the lead's id is not known.
    private async Task<LeadComparison> CompareAsync(
        LeadRecord record, string email, IReadOnlyList<FieldWrite> difference, CancellationToken cancellationToken)
    {
        string[] asked = [.. difference.Where(write => write.Field.Policy != WritePolicy.Own).Select(write => write.Name)];
        if (record.CrmId.Length > 0 && asked.Length == 0)
        {
            return new LeadComparison(record.CrmId, difference, [], [], []);
        }

        List<string> issues = [];
        var current = record.CrmId.Length > 0
            ? await crm.GetLeadAsync(record.CrmId, asked, cancellationToken).ConfigureAwait(false)
            : Choose(await crm.FindLeadsAsync([email], asked, cancellationToken).ConfigureAwait(false), issues);
        if (current is { IsConverted: true })
        {
            current = await FollowAsync(current, asked, cancellationToken).ConfigureAwait(false);
        }

        List<FieldWrite> writes = [];
        List<KeyValuePair<string, JsonNode?>> landed = [];
        List<string> kept = [];
        foreach (var write in difference)
        {
            var theirs = current?.Fields[write.Name];
            if (Compare(record, write, TextOf(theirs).Length > 0 ? theirs : null) is { } left)
            {
                writes.Add(left);
            }
            else if (Landed(record, write, theirs) is { } value)
            {
                landed.Add(KeyValuePair.Create(write.Name, (JsonNode?)value));
            }
            else if (write.Field.Policy == WritePolicy.PreserveUserEdits && !mapping.IsSame(write.Name, theirs, write.Value))
            {
                kept.Add(write.Name);
            }
        }

        // A lead that is not found is not known to the CRM's search, or gone by its id: the write itself will tell.
        return new LeadComparison(current?.Id ?? record.CrmId, writes, landed, kept, issues);
    }

    // What is left to write of a field beside what the CRM holds; null when nothing is.
    private FieldWrite? Compare(LeadRecord record, FieldWrite write, JsonNode? theirs)
    {
        switch (write.Field.Policy)
        {
            case WritePolicy.PreserveUserEdits:
                return theirs is null || WrittenValues.Contain(record, write.Name, theirs, mapping) ? write : null;
            case WritePolicy.FillIfEmpty:
                return theirs is null ? write : null;
            case WritePolicy.AppendDated:
                if (Landed(record, write, theirs) is not null)
                {
                    return null;
                }

                var entry = DatedEntries.Entry(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), write.Field.Value);
                return write with { Field = write.Field with { Value = DatedEntries.Add(TextOf(theirs), entry) }, Entry = entry };
            default:
                return write;
        }
    }

    // What an earlier write without an answer has left in the CRM, as it is remembered from now on.
    private JsonNode? Landed(LeadRecord record, FieldWrite write, JsonNode? theirs) => write.Field.Policy switch
    {
        WritePolicy.FillIfEmpty when theirs is not null => WrittenValues.FormOf(record, write.Name, theirs, mapping),
        WritePolicy.AppendDated when WrittenValues.Entries(record, write.Name)
            .Any(entry => DatedEntries.Adds(entry, write.Field.Value) && DatedEntries.Holds(TextOf(theirs), entry)) => write.Value,
        _ => null,
    };
}
