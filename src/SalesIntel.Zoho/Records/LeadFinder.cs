using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SalesIntel.Crm;
using SalesIntel.Text;
using SalesIntel.Zoho.Metadata;
using SalesIntel.Zoho.Transport;

namespace SalesIntel.Zoho.Records;

/// <summary>Finds leads by e-mail address, https://www.zoho.com/crm/developer/docs/api/v8/search-records.html. Zoho's
/// <c>equals</c> means "contains" and confuses <c>-</c> with <c>_</c>, so each hit is compared again.</summary>
internal sealed class LeadFinder(ZohoTransport transport, ZohoMetadata metadata, IOptionsMonitor<ZohoOptions> options)
{
    private const int MaxEmails = 10;
    private const int MaxFields = 50;
    private const int MaxCriteria = 2_900;
    private const int MaxPages = 5;
    private static readonly string[] Own = ["Email", "Converted__s"];

    public async Task<IReadOnlyList<CrmLead>> FindAsync(
        IReadOnlyCollection<string> emails, IReadOnlyCollection<string> fields, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(emails.Count, MaxEmails, nameof(emails));
        var wanted = emails.Select(Address).Where(email => email.Length > 0).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0)
        {
            return [];
        }

        var module = options.CurrentValue.LeadsModule;
        var known = await metadata.TryGetAsync(module, cancellationToken).ConfigureAwait(false);
        var leads = new Dictionary<string, CrmLead>(StringComparer.Ordinal);
        foreach (var columns in Columns(fields, known))
        {
            foreach (var criteria in Criteria(wanted))
            {
                await SearchAsync(module, criteria, columns, wanted, fields, leads, cancellationToken).ConfigureAwait(false);
            }
        }

        return [.. leads.Values];
    }

    /// <summary>Reads one lead from the database itself,
    /// https://www.zoho.com/crm/developer/docs/api/v8/get-records.html: the search may be behind.</summary>
    public async Task<CrmLead?> GetAsync(string leadId, IReadOnlyCollection<string> fields, CancellationToken cancellationToken)
    {
        var module = options.CurrentValue.LeadsModule;
        var id = ZohoId.Checked(leadId);
        var known = await metadata.TryGetAsync(module, cancellationToken).ConfigureAwait(false);
        CrmLead? lead = null;
        foreach (var columns in Columns(fields, known))
        {
            var call = new ZohoCall
            {
                Method = HttpMethod.Get,
                Path = $"{module}/{id}?fields={Uri.EscapeDataString(string.Join(',', columns))}",
                Operation = "read lead",
                Scopes = "ZohoCRM.modules.leads.READ",
            };
            var reply = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
            if (reply.IsEmpty || IsNoRecord(reply.Result))
            {
                return null;
            }

            if (reply.Status != 200 || reply.Rows.ToList() is not [var row, ..])
            {
                throw ZohoErrors.Refused(call, reply, reply.Result);
            }

            lead = Joined(lead, Lead(leadId, Address(ZohoResult.Text(row, "Email")), row, fields));
        }

        return lead;
    }

    /// <summary>One criterion, or several joined by "or", split where Zoho's limit of the length is reached.</summary>
    internal static IEnumerable<string> Criteria(IEnumerable<string> emails)
    {
        var terms = new List<string>();
        foreach (var email in emails)
        {
            var term = $"(Email:equals:{Escape(email)})";
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

    /// <summary>Zoho's escape: parentheses, commas and a backslash at the end.</summary>
    internal static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length + 4);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is '(' or ')' or ',' || (value[i] == '\\' && i == value.Length - 1))
            {
                escaped.Append('\\');
            }

            escaped.Append(value[i]);
        }

        return escaped.ToString();
    }

    private static string Address(string? text) => EmailAddress.TryParse(text, out var address) ? address.Value : "";

    // One read takes at most 50 fields, two of them our own.
    private static IEnumerable<string[]> Columns(IReadOnlyCollection<string> fields, ZohoModuleFields? known)
    {
        var asked = fields.Where(f => known is null || known.Find(f) is not null).Except(["id", .. Own]).ToList();
        return asked.Count == 0 ? [Own] : asked.Chunk(MaxFields - Own.Length).Select(some => (string[])[.. some, .. Own]);
    }

    private static CrmLead Lead(string id, string email, JsonElement row, IReadOnlyCollection<string> fields) =>
        new(id, email, Values(row, fields), IsConverted(row));

    // The same lead, read once more with other fields.
    private static CrmLead Joined(CrmLead? before, CrmLead lead)
    {
        foreach (var (field, value) in before?.Fields ?? [])
        {
            lead.Fields[field] = value?.DeepClone();
        }

        return lead;
    }

    // A parameter that is refused (a field that the module does not have) says nothing about the record.
    private static bool IsNoRecord(ZohoResult? result) => result?.Code == "RECORD_NOT_FOUND"
        || (result is { Code: "INVALID_DATA", ApiName: null or "id" } && ZohoResult.Text(result.Details, "param_name") is null);

    private async Task SearchAsync(
        string module, string criteria, string[] columns, HashSet<string> wanted, IReadOnlyCollection<string> fields,
        Dictionary<string, CrmLead> leads, CancellationToken cancellationToken)
    {
        for (var page = 1; page <= MaxPages; page++)
        {
            var call = new ZohoCall
            {
                Method = HttpMethod.Get,
                Path = $"{module}/search?criteria={Uri.EscapeDataString(criteria)}&converted=both"
                    + $"&fields={Uri.EscapeDataString(string.Join(',', columns))}&page={page}&per_page=200",
                Operation = "search leads",
                Scopes = "ZohoCRM.modules.leads.READ and ZohoSearch.securesearch.READ",
            };
            var reply = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
            if (reply.IsEmpty)
            {
                return;
            }

            if (reply.Status != 200)
            {
                throw ZohoErrors.Refused(call, reply, reply.Result);
            }

            foreach (var row in reply.Rows)
            {
                var email = Address(ZohoResult.Text(row, "Email"));
                if (ZohoResult.Text(row, "id") is { } id && wanted.Contains(email))
                {
                    leads[id] = Joined(leads.GetValueOrDefault(id), Lead(id, email, row, fields));
                }
            }

            if (!reply.HasMore)
            {
                return;
            }
        }
    }

    private static JsonObject Values(JsonElement row, IReadOnlyCollection<string> fields)
    {
        var values = new JsonObject();
        foreach (var field in fields)
        {
            if (row.TryGetProperty(field, out var value))
            {
                values[field] = value.ValueKind == JsonValueKind.Null ? null : JsonNode.Parse(value.GetRawText());
            }
        }

        return values;
    }

    private static bool IsConverted(JsonElement row) => IsTrue(row, "Converted__s") || IsTrue(row, "$converted");

    private static bool IsTrue(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
