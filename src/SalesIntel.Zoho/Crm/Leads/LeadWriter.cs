using SalesIntel.Crm;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>Creates and updates leads: https://www.zoho.com/crm/developer/docs/api/v8/upsert-records.html and update-records.html. A refused
/// field costs that field and never the lead.</summary>
internal sealed class LeadWriter(
    ZohoCrmClient client,
    FieldCache cache,
    LeadFinder finder,
    LeadOwner owner,
    IOptionsMonitor<ZohoOptions> options,
    IOptions<ZohoFieldOptions> fieldOptions,
    ILogger<LeadWriter> logger)
{
    private const string Email = "Email";
    private const string LastName = "Last_Name";
    private static readonly HashSet<string> Needed = [Email, LastName];

    /// <summary>Writes a lead.</summary>
    /// <param name="leadId">Its id; null = create it, or update the one with this address.</param>
    /// <param name="email">Its e-mail address.</param>
    /// <param name="values">Values by API name; JSON null clears a field. Not changed.</param>
    /// <param name="priority">Who goes first.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="added">Those of the values that are a text with an entry at its end.</param>
    public async Task<CrmLeadReceipt> WriteAsync(
        string? leadId, string email, JsonObject values, ZohoPriority priority, CancellationToken cancellationToken, params IReadOnlyCollection<string> added)
    {
        var current = options.CurrentValue;
        var target = leadId is null ? null : CrmRecord.Parse(leadId, current.LeadsModule);
        var issues = new List<string>();
        var module = target?.Module ?? current.LeadsModule;
        var known = await cache.TryGetAsync(module, cancellationToken).ConfigureAwait(false);
        var record = target is { IsContact: true }
            ? ForContact(values, known, current, issues, added)
            : RecordFormatter.Format(values, known, target is not null, current, issues, added);
        if (target is null)
        {
            record[Email] = email;
        }

        var unique = target is null ? UniqueFields.TakeOut(record, known, Email) : new UniqueFields();
        var refused = new RefusedFields(record, Rules(target, email) with { Added = added }, issues);
        var receipt = await WriteAsync(current, target, email, record, unique, refused, issues, priority, cancellationToken).ConfigureAwait(false);
        if (unique.Held.Count > 0 && !receipt.Exists)
        {
            await FollowAsync(current, receipt.LeadId, email, record, unique, issues, priority, cancellationToken).ConfigureAwait(false);
        }

        if (!receipt.Exists && !receipt.Gone)
        {
            // What is left of the record after the write is what Zoho took.
            receipt = receipt with { Sent = Taken(record, values, refused) };
        }

        foreach (var issue in receipt.Issues)
        {
            Log.FieldIssue(logger, module, issue);
        }

        Log.LeadWritten(logger, receipt.Gone ? "gone" : receipt.LeadId, receipt.Created, receipt.Issues.Count);
        return receipt;
    }

    private async Task<CrmLeadReceipt> WriteAsync(
        ZohoOptions current,
        CrmRecord? target,
        string email,
        JsonObject record,
        UniqueFields unique,
        RefusedFields refused,
        List<string> issues,
        ZohoPriority priority,
        CancellationToken cancellationToken)
    {
        var hasOwner = target is null && owner.TryAdd(record, email);
        var settings = Settings(current, target, priority);
        while (true)
        {
            if (target is not null && record.Count == 0)
            {
                return new CrmLeadReceipt { LeadId = target.ToString(), Issues = issues };
            }

            var result = await SendAsync(current, target, record, settings, unique, cancellationToken).ConfigureAwait(false);
            if (result.IsSuccess)
            {
                var created = target is null && result.Action == ZohoWriteAction.Inserted;
                if (created && !hasOwner && await owner.SetAsync(result.Id!, priority, cancellationToken).ConfigureAwait(false) is { } issue)
                {
                    issues.Add(issue);
                }

                if (target is null && UniqueFields.Issue(result, Email) is { } taken)
                {
                    issues.Add(taken);
                }

                return new CrmLeadReceipt { LeadId = target?.ToString() ?? result.Id!, Created = created, Issues = issues };
            }

            if (target is not null && result.IsNotFound)
            {
                return new CrmLeadReceipt { LeadId = "", Gone = true };
            }

            if (await ElsewhereAsync(current, target, email, result, issues, priority, cancellationToken).ConfigureAwait(false) is { } other)
            {
                return new CrmLeadReceipt { LeadId = other.ToString(), Exists = true, Issues = issues };
            }

            if (IsRule(settings, result.Error!))
            {
                // Who gets a lead is no reason to have none.
                settings = settings with { AssignmentRuleId = null };
                issues.Add($"Owner: the assignment rule was refused ({result.Error!.Code}); check ZOHO_ASSIGNMENT_RULE_ID and assign the lead in Zoho");
                continue;
            }

            if (LeadOwner.TakeOut(record, result.Problems) is { } without)
            {
                issues.Add(without);
                continue;
            }

            if (unique.TryPutBack(record, result.Problems))
            {
                continue;
            }

            if (unique.IsTaken(result.Problems) || !refused.TryHelp(result.Problems))
            {
                throw result.Error!;
            }

            cache.Expire(target?.Module ?? current.LeadsModule);
            hasOwner = hasOwner && LeadOwner.TryKeep(record, Email, email);
        }
    }

    // What only one record may have, when it is known which record this is.
    private async Task FollowAsync(
        ZohoOptions current,
        string leadId,
        string email,
        JsonObject record,
        UniqueFields unique,
        List<string> issues,
        ZohoPriority priority,
        CancellationToken cancellationToken)
    {
        var target = new CrmRecord(current.LeadsModule, leadId);
        string[] names = [.. unique.Held.Select(field => field.Key)];
        try
        {
            var refused = new RefusedFields(unique.Held, Rules(target, email), issues);
            var receipt = await WriteAsync(current, target, email, unique.Held, new UniqueFields(), refused, issues, priority, cancellationToken)
                .ConfigureAwait(false);
            if (!receipt.Gone && !receipt.Exists)
            {
                unique.Held.ToList().ForEach(field => record[field.Key] = field.Value?.DeepClone());
            }
        }
        catch (ZohoCrmException failure) when (failure is { IsTransient: false, IsOutage: false })
        {
            // The lead is there. What may pass is thrown: the lead is written again then, by its id.
            issues.AddRange(names.Select(name => $"{name}: not written ({failure.Code}); {failure.Message}"));
        }
    }

    private static ZohoWriteSettings Settings(ZohoOptions current, CrmRecord? target, ZohoPriority priority) => new()
    {
        Trigger = current.Trigger?.ToArray(),
        SkipCadences = current.SkipCadences,
        AssignmentRuleId = target is null && !string.IsNullOrEmpty(current.AssignmentRuleId) ? current.AssignmentRuleId : null,
        DuplicateCheckFields = target is null ? [Email] : [],
        Priority = priority,
    };

    private static bool IsRule(ZohoWriteSettings settings, ZohoCrmException refused) =>
        settings.AssignmentRuleId is not null && refused.Problems.Any(problem => (problem.Field ?? problem.Parameter) == WriteParts.AssignmentRule);

    private async Task<ZohoRecordResult> SendAsync(
        ZohoOptions current, CrmRecord? target, JsonObject record, ZohoWriteSettings settings, UniqueFields unique, CancellationToken cancellationToken)
    {
        try
        {
            // Nobody has the address, as the demand for the value has shown; an upsert would go on to whoever has the value.
            return target is null && unique.Demanded.Count > 0
                ? (await client.InsertBatchAsync(
                    current.LeadsModule, [record], CrmJson.Default.JsonObject, settings with { DuplicateCheckFields = [] }, cancellationToken)
                    .ConfigureAwait(false))[0]
                : target is null
                ? await client.TryUpsertAsync(current.LeadsModule, record, CrmJson.Default.JsonObject, settings, cancellationToken)
                    .ConfigureAwait(false)
                : target.IsContact ? await ContactAccess.AskAsync(current, UpdateAsync).ConfigureAwait(false)
                : await UpdateAsync().ConfigureAwait(false);
        }
        catch (ZohoCrmException refused) when (IsRule(settings, refused))
        {
            // A call for several leads is refused whole.
            return new ZohoRecordResult { Error = refused };
        }

        Task<ZohoRecordResult> UpdateAsync() =>
            client.TryUpdateAsync(target.Module, target.Id, record, CrmJson.Default.JsonObject, settings, cancellationToken);
    }

    // The record under which this person is known to Zoho, where the write has shown that it is another one than was meant.
    private async Task<CrmRecord?> ElsewhereAsync(
        ZohoOptions current,
        CrmRecord? target,
        string email,
        ZohoRecordResult result,
        List<string> issues,
        ZohoPriority priority,
        CancellationToken cancellationToken)
    {
        if (target is not { IsContact: true } && result.Error!.Code == "CONVERTED_RECORD")
        {
            var converted = target?.Id ?? result.Problems.Select(problem => problem.RecordId).FirstOrDefault(id => id is not null);
            return await finder.FindContactAsync(converted, email, priority, cancellationToken).ConfigureAwait(false);
        }

        if (target is not null
            || result.Problems.FirstOrDefault(problem => problem.Code == "DUPLICATE_DATA" && problem.Field is null or Email) is not { } duplicate)
        {
            return null;
        }

        var leads = new List<string>();
        var contacts = new List<string>();
        foreach (var other in duplicate.Duplicates)
        {
            if (await finder.FindNamedAsync(other, isAddress: duplicate.Field == Email, email, priority, cancellationToken).ConfigureAwait(false) is { } named)
            {
                (named.IsContact ? contacts : leads).Add(named.ToString());
            }
        }

        if (leads.Count == 0 && contacts.Count > 0)
        {
            return CrmRecord.Parse(LeadFinder.OldestOf(contacts), current.LeadsModule);
        }

        // Zoho need not name the one that has the address, nor that it is the address, and names one of several.
        if (duplicate.HasMoreDuplicates
            || (leads.Count == 0 && (duplicate.Field == Email || duplicate is { Field: null, Duplicates.Count: 0 })))
        {
            var found = await finder.FindAsync([email], [], priority, cancellationToken).ConfigureAwait(false);
            leads.AddRange(found.Where(lead => !lead.IsConverted).Select(lead => lead.Id));
        }

        if (leads.Count == 0)
        {
            return null;
        }

        var oldest = LeadFinder.OldestOf(leads);
        string[] others = [.. leads.Distinct().Where(id => id != oldest)];
        if (others.Length > 0)
        {
            issues.Add(DuplicateLeads.Issue([oldest, .. others]));
        }
        else if (duplicate.HasMoreDuplicates)
        {
            issues.Add(DuplicateLeads.IssueOfUnseen(oldest));
        }

        return CrmRecord.Parse(oldest, current.LeadsModule);
    }

    // A contact has fields of its own: those that it shares with the lead are written, and that it lacks others is no news.
    private static JsonObject ForContact(
        JsonObject values, ModuleFields? known, ZohoOptions current, List<string> issues, IReadOnlyCollection<string> added)
    {
        var shared = new JsonObject(values
            .Where(value => current.WriteContacts && value.Key is not Email && known?.Find(value.Key) is not null)
            .Select(value => KeyValuePair.Create(value.Key, value.Value?.DeepClone())));
        return RecordFormatter.Format(shared, known, update: true, current, issues, added);
    }

    private static JsonObject Taken(JsonObject record, JsonObject values, RefusedFields refused) =>
        new(record.Where(field => values.ContainsKey(field.Key) || refused.Filled.Contains(field.Key))
            .Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));

    private RefusedFieldRules Rules(CrmRecord? target, string email)
    {
        var standIns = new Dictionary<string, string>(fieldOptions.Value.StandIns, StringComparer.Ordinal);
        standIns.TryAdd(LastName, email.Split('@')[0]);
        return new RefusedFieldRules
        {
            IsUpdate = target is not null, Needed = Needed, StandIns = standIns, StatusField = fieldOptions.Value.StatusField,
        };
    }
}
