using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SalesIntel.Crm;
using SalesIntel.Text;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>Finds leads by e-mail address, https://www.zoho.com/crm/developer/docs/api/v8/search-records.html. Zoho's
/// <c>equals</c> means "contains" and confuses <c>-</c> with <c>_</c>, so each hit is compared again.</summary>
internal sealed class LeadFinder(ZohoCrmClient client, FieldCache cache, IOptionsMonitor<ZohoOptions> options)
{
    private const int MaxEmails = 10;
    private const int MaxCriteria = 2_900;
    private const int MaxRows = 1_000;
    private static readonly string[] Own = ["Email", "Converted__s"];
    private static readonly string[] OfContacts = ["Email"];

    public async Task<IReadOnlyList<CrmLead>> FindAsync(
        IReadOnlyCollection<string> emails, IReadOnlyCollection<string> fields, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(emails.Count, MaxEmails, nameof(emails));
        var wanted = emails.Select(Address).Where(email => email.Length > 0).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0)
        {
            return [];
        }

        var leads = await SearchAsync(options.CurrentValue.LeadsModule, Own, wanted, fields, cancellationToken).ConfigureAwait(false);
        if (options.CurrentValue.Contacts == ZohoContactLookup.Always)
        {
            wanted.ExceptWith(leads.Where(lead => !lead.IsConverted).Select(lead => lead.Email));
            if (wanted.Count > 0)
            {
                var contacts = await SearchAsync(CrmRecord.Contacts, OfContacts, wanted, fields, cancellationToken).ConfigureAwait(false);
                leads = [.. leads, .. contacts];
            }
        }

        return leads;
    }

    /// <summary>Reads one lead from the database itself,
    /// https://www.zoho.com/crm/developer/docs/api/v8/get-records.html: the search may be behind.</summary>
    public async Task<CrmLead?> GetAsync(string leadId, IReadOnlyCollection<string> fields, CancellationToken cancellationToken)
    {
        var record = CrmRecord.Parse(leadId, options.CurrentValue.LeadsModule);
        var known = await cache.TryGetAsync(record.Module, cancellationToken).ConfigureAwait(false);
        JsonObject? row = null;
        foreach (var columns in Columns(fields, known, record.IsContact ? OfContacts : Own))
        {
            var read = await client.GetAsync(record.Module, record.Id, CrmJson.Default.JsonObject, columns, cancellationToken)
                .ConfigureAwait(false);
            if (read is null)
            {
                return null;
            }

            row = Joined(row, read);
        }

        var lead = Lead(record, row!, fields);
        return !lead.IsConverted ? lead : lead with
        {
            ContinuesAs = (await FindContactAsync(record.Id, lead.Email, cancellationToken).ConfigureAwait(false))?.ToString(),
        };
    }

    /// <summary>What a lead that was converted has become; null when Zoho does not say.</summary>
    public async Task<CrmRecord?> FindContactAsync(string leadId, string email, CancellationToken cancellationToken)
    {
        string[] columns = ["Email", "Converted__s", "Converted_Contact"];
        var row = await client.GetAsync(options.CurrentValue.LeadsModule, leadId, CrmJson.Default.JsonObject, columns, cancellationToken)
            .ConfigureAwait(false);
        if (IdOf(row?["Converted_Contact"]) is { } named)
        {
            return new CrmRecord(CrmRecord.Contacts, named);
        }

        // Zoho may not tell; the address does. Of several contacts the oldest is meant, as among leads.
        var found = email.Length == 0
            ? []
            : await SearchAsync(CrmRecord.Contacts, OfContacts, [email], [], cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : CrmRecord.Parse(OldestOf(found.Select(contact => contact.Id)), options.CurrentValue.LeadsModule);
    }

    /// <summary>The one that was made first: ids grow.</summary>
    public static string OldestOf(IEnumerable<string> ids) => ids.OrderBy(id => id.Length).ThenBy(id => id, StringComparer.Ordinal).First();

    /// <summary>One criterion, or several joined by "or", split where Zoho's limit of the length is reached.</summary>
    internal static IEnumerable<string> Criteria(IEnumerable<string> emails)
    {
        var terms = new List<string>();
        foreach (var email in emails)
        {
            var term = $"(Email:equals:{ZohoCriteria.Escape(email)})";
            if (terms.Count > 0 && terms.Sum(t => t.Length + 2) + term.Length + 2 > MaxCriteria)
            {
                yield return Join(terms);
                terms.Clear();
            }

            terms.Add(term);
        }

        yield return Join(terms);

        static string Join(List<string> terms) => terms.Count == 1 ? terms[0] : $"({string.Join("or", terms)})";
    }

    private static string Address(string? text) => EmailAddress.TryParse(text, out var address) ? address.Value : "";

    // One read takes at most 50 fields, some of them our own.
    private static IEnumerable<string[]> Columns(IReadOnlyCollection<string> fields, ModuleFields? known, string[] own)
    {
        var asked = fields.Where(f => known is null || known.Find(f) is not null).Except(["id", .. own]).ToList();
        return asked.Count == 0
            ? [own]
            : RecordReader.Columns(asked, RecordReader.MaxFields - own.Length).Select(some => (string[])[.. some, .. own]);
    }

    private async Task<IReadOnlyList<CrmLead>> SearchAsync(
        string module,
        string[] own,
        IReadOnlyCollection<string> wanted,
        IReadOnlyCollection<string> fields,
        CancellationToken cancellationToken)
    {
        var known = await cache.TryGetAsync(module, cancellationToken).ConfigureAwait(false);
        var found = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var columns in Columns(fields, known, own))
        {
            foreach (var criteria in Criteria(wanted))
            {
                var search = ZohoSearch.OfCriteria(criteria) with
                {
                    Converted = module == CrmRecord.Contacts ? ZohoConverted.No : ZohoConverted.Both,
                };
                await foreach (var row in client.SearchAsync(module, search, columns, CrmJson.Default.JsonObject, cancellationToken)
                    .Take(MaxRows).ConfigureAwait(false))
                {
                    if (Text(row["id"]) is { } id && wanted.Contains(Address(Text(row["Email"]))))
                    {
                        found[id] = Joined(found.GetValueOrDefault(id), row);
                    }
                }
            }
        }

        return [.. found.Select(one => Lead(new CrmRecord(module, one.Key), one.Value, fields))];
    }

    private static CrmLead Lead(CrmRecord record, JsonObject row, IReadOnlyCollection<string> fields) => new(
        record.ToString(),
        Address(Text(row["Email"])),
        new JsonObject(fields.Where(row.ContainsKey).Select(field => KeyValuePair.Create(field, row[field]?.DeepClone()))),
        !record.IsContact && (IsTrue(row["Converted__s"]) || IsTrue(row["$converted"])));

    // The same record, read once more with other fields.
    private static JsonObject Joined(JsonObject? before, JsonObject row)
    {
        foreach (var (field, value) in before ?? [])
        {
            row[field] = value?.DeepClone();
        }

        return row;
    }

    private static string? IdOf(JsonNode? link) => link is JsonObject named ? Text(named["id"]) : Text(link);

    private static string? Text(JsonNode? value) =>
        value is JsonValue && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } text
            ? text
            : null;

    private static bool IsTrue(JsonNode? value) => value?.GetValueKind() == JsonValueKind.True;
}
