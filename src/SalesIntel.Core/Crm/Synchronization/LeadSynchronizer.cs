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

    private static readonly IReadOnlyDictionary<string, string> NoVersions = new Dictionary<string, string>();

    private readonly ICrmMapping mapping = crm.Mapping;
    private readonly FieldComparison fields = new(crm.Mapping, time);

    /// <summary>Writes the difference and answers what is in the CRM afterwards.</summary>
    /// <param name="record">What is kept about the lead.</param>
    /// <param name="patch">What the lead should be.</param>
    /// <param name="journal">Records what is about to be written.</param>
    /// <param name="look">What the CRM was seen to hold a moment ago; null = it is asked.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<LeadWriteResult> WriteAsync(
        LeadRecord record, LeadPatch patch, ILeadWriteJournal journal, LeadLook? look, CancellationToken cancellationToken)
    {
        var wanted = Mapped(patch);
        var known = record;
        List<string> issues = [];
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var difference = Difference(wanted, known);
            var (due, gaveWay, told) = await DivideAsync(known, difference, cancellationToken).ConfigureAwait(false);
            if (known.CrmId.Length > 0 && due.Count == 0)
            {
                return new LeadWriteResult(known.CrmId, known.Written, known.OtherForms, [], [.. issues, .. told]);
            }

            var comparison = await CompareAsync(known, patch.Email, wanted, due, gaveWay, look, cancellationToken).ConfigureAwait(false);
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
                var seen = Unsettled.Settle(known.OtherForms, []);
                return new LeadWriteResult(
                    comparison.LeadId, known.Written, PassedOver.Remember(seen, comparison.GaveWay), [], [.. issues, .. told, .. comparison.Issues])
                {
                    Kept = comparison.Kept, Look = comparison.Look,
                };
            }

            // A process that is killed between the CRM's commit and the store's would otherwise take these values for user edits later.
            var intended = Unsettled.Mark(WrittenValues.Intend(known.OtherForms, writes, mapping), known.Written, writes);
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
                FieldWrite[] notTaken = receipt.IsSimulated ? [] : [.. writes.Where(write => !sent.ContainsKey(write.Name))];
                FieldWrite[] cut = [.. writes.Where(write => IsCut(write, sent, receipt.Issues))];
                var versions = await VersionsAsync(receipt.LeadId, [.. notTaken, .. cut], cancellationToken).ConfigureAwait(false);
                string[] taken = [.. writes.Select(write => write.Name).Where(sent.ContainsKey)];
                return new LeadWriteResult(
                    receipt.LeadId,
                    WrittenValues.Join(
                        known.Written,
                        writes.Where(write => sent.ContainsKey(write.Name)).Select(write => KeyValuePair.Create(write.Name, write.Value))),
                    PassedOver.Remember(
                        PassedOver.Remember(
                            Unsettled.Settle(WrittenValues.Settle(known.OtherForms, writes, sent, mapping), notTaken.Select(write => write.Name)),
                            comparison.GaveWay),
                        [.. notTaken, .. cut],
                        [.. receipt.Issues.Where(issue => !cut.Any(write => IsAbout(issue, write)))],
                        versions,
                        taken,
                        time.GetUtcNow()),
                    taken,
                    [.. issues, .. told, .. comparison.Issues, .. receipt.Issues],
                    receipt.IsSimulated)
                {
                    Kept = comparison.Kept,
                    Look = receipt.Created && !receipt.IsSimulated ? LeadLook.AtNew(receipt.LeadId, wanted) : comparison.Look,
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

    // A field that is only filled gives way to whatever it holds, and nobody need be told.
    private static bool IsEdit(FieldWrite write) => write.Field.Policy == WritePolicy.PreserveUserEdits;

    private List<FieldWrite> Mapped(LeadPatch patch)
    {
        var mapped = new Dictionary<string, FieldWrite>(StringComparer.Ordinal);
        foreach (var field in patch.Fields)
        {
            if (mapping.Map(field) is { } value && !mapped.TryAdd(value.Name, new FieldWrite(field, value.Name, value.Value)))
            {
                throw new PermanentFailureException(
                    "same-crm-field",
                    $"{mapped[value.Name].Field.Field} and {field.Field} are both written to '{value.Name}': give each a field of its own in the CRM's mapping.");
            }
        }

        return [.. mapped.Values];
    }

    // What we once wrote and the facts no longer say is cleared: else the CRM would depend on the order in which they came. What is added to,
    // or was only filled in, is a person's from then on.
    private List<FieldWrite> Difference(IEnumerable<FieldWrite> wanted, LeadRecord record) =>
    [
        .. wanted.Where(field => (field.Value, record.Written[field.Name], field.Field.Policy) switch
        {
            (null, null, _) => false,
            (null, _, WritePolicy.FillIfEmpty or WritePolicy.AppendDated) => false,
            (null, _, _) => !field.Field.Field.IsRequired,
            (_, null, _) => true,
            (_, _, WritePolicy.FillIfEmpty) => false,
            var (value, before, _) => !mapping.IsSame(field.Name, value, before) || Unsettled.Has(record.OtherForms, field.Name)
                || PassedOver.In(record.OtherForms).WasCut(field),
        }),
    ];

    // The CRM says that it has changed the value, and not only its form. What was cut off of an entry is lost, for the next stands behind it.
    private bool IsCut(FieldWrite write, JsonObject sent, IReadOnlyList<string> issues) =>
        write.Field.Policy is WritePolicy.Own or WritePolicy.PreserveUserEdits && write.Entry is null
        && sent[write.Name] is { } taken && !mapping.IsSame(write.Name, taken, write.Value)
        && issues.Any(issue => IsAbout(issue, write));

    private static bool IsAbout(string issue, FieldWrite write) => issue.StartsWith(write.Name + ": ", StringComparison.Ordinal);

    // What was passed over is not tried with every event: what the CRM did not take, as long as neither value nor field are others, and what gave
    // way to a person's, until the CRM is looked at for something else.
    private async Task<(IReadOnlyList<FieldWrite> Due, IReadOnlyList<FieldWrite> GaveWay, IReadOnlyList<string> Issues)> DivideAsync(
        LeadRecord record, IReadOnlyList<FieldWrite> difference, CancellationToken cancellationToken)
    {
        if (record.CrmId.Length == 0)
        {
            return (difference, [], []);
        }

        var passed = PassedOver.In(record.OtherForms);
        var now = time.GetUtcNow();
        FieldWrite[] notTaken = [.. difference.Where(write => passed.WasNotTaken(write, now))];
        var versions = await VersionsAsync(record.CrmId, notTaken, cancellationToken).ConfigureAwait(false);
        notTaken = [.. notTaken.Where(write => passed.IsAsItWas(write, versions))];
        FieldWrite[] gaveWay = [.. difference.Where(passed.GaveWay)];
        return ([.. difference.Except(gaveWay).Except(notTaken)], gaveWay, [.. notTaken.Select(passed.IssueOf).Where(issue => issue.Length > 0)]);
    }

    private async Task<IReadOnlyDictionary<string, string>> VersionsAsync(
        string leadId, FieldWrite[] writes, CancellationToken cancellationToken) => writes.Length == 0
            ? NoVersions
            : await crm.GetFieldVersionsAsync(leadId, [.. writes.Select(write => write.Name)], cancellationToken).ConfigureAwait(false);

    // The CRM is asked where a value must get along with what it holds, or where the lead's id is not known; then about all that may have to,
    // so that the event's next write need not ask again.
    private async Task<LeadComparison> CompareAsync(
        LeadRecord record,
        string email,
        IReadOnlyList<FieldWrite> wanted,
        IReadOnlyList<FieldWrite> due,
        IReadOnlyList<FieldWrite> gaveWay,
        LeadLook? look,
        CancellationToken cancellationToken)
    {
        if (record.CrmId.Length > 0 && !LeadLook.NamesOf(due).Any())
        {
            return new LeadComparison(record.CrmId, due, [], [], [], []);
        }

        if (record.CrmId.Length > 0 && look?.IsEnoughFor(record.CrmId, wanted, due) == true)
        {
            var isHeld = due.ToLookup(write => write.Field.Policy != WritePolicy.Own && look.Held.Contains(write.Name));
            var kept = isHeld[true].Where(write => IsEdit(write) && !look.HoldsAlready(write)).Select(write => write.Name);
            return new LeadComparison(record.CrmId, [.. isHeld[false]], [], [.. isHeld[true]], [.. kept], [])
            {
                Look = look,
            };
        }

        string[] asked = [.. LeadLook.NamesOf(wanted).Select(write => write.Name)];
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
        List<FieldWrite> held = [];
        List<string> edited = [];
        foreach (var write in due.Concat(gaveWay))
        {
            var theirs = current?.Fields[write.Name];
            if (fields.Left(record, write, theirs) is { } left)
            {
                writes.Add(left);
            }
            else if (fields.Landed(record, write, theirs) is { } value)
            {
                landed.Add(KeyValuePair.Create(write.Name, (JsonNode?)value));
            }
            else
            {
                held.Add(write);
                if (IsEdit(write) && !mapping.IsSame(write.Name, theirs, write.Value))
                {
                    edited.Add(write.Name);
                }
            }
        }

        // A lead that is not found is not known to the CRM's search, or gone by its id: the write itself will tell.
        return new LeadComparison(current?.Id ?? record.CrmId, writes, landed, held, edited, issues)
        {
            Look = current is null ? null : LeadLook.At(current, wanted, record, mapping),
        };
    }
}
