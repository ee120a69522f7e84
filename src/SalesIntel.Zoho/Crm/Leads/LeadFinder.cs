using SalesIntel.Crm;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>Finds leads by e-mail address, and reads them by their ids, together with what others ask for. Where the refresh token may query,
/// the database is asked, which knows a lead that was typed a second ago; whether it shows converted leads is not documented, so that whoever is
/// not found is searched for among all.</summary>
internal sealed class LeadFinder(
    ZohoCrmClient client,
    ZohoBatches batches,
    FieldCache cache,
    QueryAccess queries,
    UnknownAddresses unknown,
    IOptionsMonitor<ZohoOptions> options)
{
    private const int MaxEmails = 10;

    private const string Successor = "Converted_Contact";

    private static readonly string[] Own = ["Email", "Converted__s"];
    private static readonly string[] OfContacts = ["Email"];

    public async Task<IReadOnlyList<CrmLead>> FindAsync(
        IReadOnlyCollection<string> emails, IReadOnlyCollection<string> fields, ZohoPriority priority, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(emails.Count, MaxEmails, nameof(emails));
        var wanted = emails.Select(Address).Where(email => email.Length > 0).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0)
        {
            return [];
        }

        var leads = await FindAsync(options.CurrentValue.LeadsModule, Own, wanted, fields, priority, cancellationToken).ConfigureAwait(false);
        if (options.CurrentValue.Contacts == ZohoContactLookup.Always)
        {
            wanted.ExceptWith(leads.Where(lead => !lead.IsConverted).Select(lead => lead.Email));
            if (wanted.Count > 0)
            {
                var contacts = await FindAsync(CrmRecord.Contacts, OfContacts, wanted, fields, priority, cancellationToken).ConfigureAwait(false);
                leads = [.. leads, .. contacts];
            }
        }

        return leads;
    }

    /// <summary>Reads one lead from the database itself,
    /// https://www.zoho.com/crm/developer/docs/api/v8/get-records.html: the search may be behind.</summary>
    public async Task<CrmLead?> GetAsync(
        string leadId, IReadOnlyCollection<string> fields, ZohoPriority priority, CancellationToken cancellationToken)
    {
        var record = CrmRecord.Parse(leadId, options.CurrentValue.LeadsModule);
        var known = await cache.TryGetAsync(record.Module, cancellationToken).ConfigureAwait(false);
        var (columns, richText) = Columns(fields, known, record.IsContact ? OfContacts : Own);
        var request = new ReadRequest(record.Module, record.Id, columns) { Long = richText, AreTypesKnown = known is not null };
        Task<JsonObject?> ReadAsync() => batches.Reads.SendAsync(request, priority, cancellationToken);
        var read = record.IsContact ? ContactAccess.AskAsync(options.CurrentValue, ReadAsync) : ReadAsync();
        if (await read.ConfigureAwait(false) is not { } row)
        {
            return null;
        }

        var lead = Lead(record, row, fields);
        if (lead is not { IsConverted: true, ContinuesAs: null })
        {
            return lead;
        }

        var contact = await FindContactAsync(IsNamed(known) ? null : record.Id, lead.Email, priority, cancellationToken).ConfigureAwait(false);
        return lead with { ContinuesAs = contact?.ToString() };
    }

    /// <summary>What a lead that was converted has become; null when Zoho does not say.</summary>
    /// <param name="leadId">The lead's id; null when only its address is known.</param>
    /// <param name="email">Its address.</param>
    /// <param name="priority">Who goes first.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<CrmRecord?> FindContactAsync(string? leadId, string email, ZohoPriority priority, CancellationToken cancellationToken)
    {
        var row = leadId is null ? null : await batches.Reads.SendAsync(
            new ReadRequest(options.CurrentValue.LeadsModule, leadId, [.. Own, Successor]), priority, cancellationToken)
            .ConfigureAwait(false);
        if (IdOf(row?[Successor]) is { } named)
        {
            return new CrmRecord(CrmRecord.Contacts, named);
        }

        // Zoho may not tell; the address does. Of several contacts the oldest is meant, as among leads.
        var found = email.Length == 0
            ? []
            : await ContactAccess.AskAsync(
                options.CurrentValue, () => FindAsync(CrmRecord.Contacts, OfContacts, [email], [], priority, cancellationToken)).ConfigureAwait(false);
        return found.Count == 0 ? null : CrmRecord.Parse(OldestOf(found.Select(contact => contact.Id)), options.CurrentValue.LeadsModule);
    }

    /// <summary>The record that Zoho names as having the same value; null when it is not this person's, or neither a lead nor a contact.</summary>
    /// <param name="other">What Zoho names.</param>
    /// <param name="isAddress">True when Zoho says that it is the address that is the same, and not somebody's telephone number.</param>
    /// <param name="email">The address.</param>
    /// <param name="priority">Who goes first.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<CrmRecord?> FindNamedAsync(
        ZohoDuplicate other, bool isAddress, string email, ZohoPriority priority, CancellationToken cancellationToken)
    {
        // Without its module it is looked for as a lead and then as a contact: a contact's id is no lead's.
        string[] modules = [options.CurrentValue.LeadsModule, CrmRecord.Contacts];
        foreach (var module in modules.Where(module => other.Module is null || module.Equals(other.Module, StringComparison.OrdinalIgnoreCase)))
        {
            var record = new CrmRecord(module, other.Id);
            if (isAddress && other.Module is not null)
            {
                return record;
            }

            if (await GetAsync(record.ToString(), [], priority, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found.Email == email ? record : null;
            }
        }

        return null;
    }

    /// <summary>The one that was made first: ids grow.</summary>
    public static string OldestOf(IEnumerable<string> ids) => ids.OrderBy(id => id.Length).ThenBy(id => id, StringComparer.Ordinal).First();

    private static string Address(string? text) => EmailAddress.TryParse(text, out var address) ? address.Value : "";

    // Where it is known to be there, it is read with the lead.
    private static bool IsNamed(ModuleFields? known) => known?.Find(Successor) is not null;

    // Those that a list shows whole, our own among them, and those that it does not.
    private static (IReadOnlyList<string> Columns, IReadOnlyList<string> RichText) Columns(
        IReadOnlyCollection<string> fields, ModuleFields? known, string[] own)
    {
        own = own == Own && IsNamed(known) ? [.. own, Successor] : own;
        var asked = fields.Where(field => known is null || known.Find(field) is not null).Except(["id", .. own]).ToList();
        var isRich = asked.ToLookup(field => known?.Find(field)?.IsRichText == true);
        return ([.. isRich[false], .. own], [.. isRich[true]]);
    }

    private async Task<IReadOnlyList<CrmLead>> FindAsync(
        string module,
        string[] own,
        IReadOnlyCollection<string> wanted,
        IReadOnlyCollection<string> fields,
        ZohoPriority priority,
        CancellationToken cancellationToken)
    {
        var known = await cache.TryGetAsync(module, cancellationToken).ConfigureAwait(false);
        var (columns, richText) = Columns(fields, known, own);
        var converted = module == CrmRecord.Contacts ? ZohoConverted.No : ZohoConverted.Both;
        var found = await Task.WhenAll(wanted.Select(email => RowsAsync(
            new FindRequest(module, email, columns, converted), known is not null, priority, cancellationToken))).ConfigureAwait(false);
        List<CrmLead> leads = [];
        foreach (var row in found.SelectMany(rows => rows))
        {
            var record = new CrmRecord(module, Text(row["id"])!);
            string[] cut = [.. richText, .. known is not null ? [] : row.Where(field => Text(field.Value)?.Length >= ReadKind.ListedText).Select(field => field.Key)];
            if (cut.Length > 0)
            {
                foreach (var (field, value) in await client.GetAsync(module, record.Id, cut, priority, cancellationToken).ConfigureAwait(false) ?? [])
                {
                    row[field] = value?.DeepClone();
                }
            }

            leads.Add(Lead(record, row, fields));
        }

        return leads;
    }

    // What stands in an index may be behind; the database is asked where that is possible, about fields that are known to be there.
    private async Task<IReadOnlyList<JsonObject>> RowsAsync(
        FindRequest request, bool areFieldsKnown, ZohoPriority priority, CancellationToken cancellationToken)
    {
        var asked = unknown.Now;
        var isAsked = false;
        unknown.Remove(request.Email);
        if (areFieldsKnown && queries.IsOpen && request.Module != CrmRecord.Contacts && !request.Email.Contains('\\', StringComparison.Ordinal))
        {
            try
            {
                var rows = await batches.Queries.SendAsync(request, priority, cancellationToken).ConfigureAwait(false);
                if (rows.Count > 0)
                {
                    return rows;
                }

                isAsked = true;
            }
            catch (ZohoCrmException refused) when (refused.Code is "OAUTH_SCOPE_MISMATCH" or "NO_PERMISSION" or "AUTHORIZATION_FAILED")
            {
                queries.Refuse();
            }
            catch (ZohoCrmException refused) when (!refused.IsTransient && !refused.IsOutage)
            {
                // Most likely a field is not there any more; a search leaves out what it does not know.
                cache.Expire(request.Module);
            }
        }

        var found = await batches.Searches.SendAsync(request, priority, cancellationToken).ConfigureAwait(false);
        if (isAsked && found.Count == 0)
        {
            unknown.Add(request.Email, asked);
        }

        return found;
    }

    private static CrmLead Lead(CrmRecord record, JsonObject row, IReadOnlyCollection<string> fields)
    {
        var isConverted = !record.IsContact && (IsTrue(row["Converted__s"]) || IsTrue(row["$converted"]));
        var values = new JsonObject(fields.Where(row.ContainsKey).Select(field => KeyValuePair.Create(field, Chosen(row[field]))));
        return new(record.ToString(), Address(Text(row["Email"])), values, isConverted)
        {
            ContinuesAs = isConverted && IdOf(row[Successor]) is { } contact ? new CrmRecord(CrmRecord.Contacts, contact).ToString() : null,
        };
    }

    private static JsonNode? Chosen(JsonNode? value) => Text(value) == ValueFormatter.NoChoice ? null : value?.DeepClone();

    private static string? IdOf(JsonNode? link) => link is JsonObject named ? Text(named["id"]) : Text(link);

    private static string? Text(JsonNode? value) =>
        value is JsonValue && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } text
            ? text
            : null;

    private static bool IsTrue(JsonNode? value) => value?.GetValueKind() == JsonValueKind.True;
}
