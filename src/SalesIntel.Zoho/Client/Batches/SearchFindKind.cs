namespace SalesIntel.Zoho.Client;

/// <summary>Records by e-mail address as the search index has them, https://www.zoho.com/crm/developer/docs/api/v8/search-records.html. Zoho's
/// comparison means "contains" and takes <c>-</c> for <c>_</c>, so each hit is compared again.</summary>
internal sealed class SearchFindKind(QueryReader reader) : IBatchKind<FindRequest, IReadOnlyList<JsonObject>>
{
    // Zoho takes 3,000 characters, and shows 2,000 rows of a search.
    private const int MostCharacters = 2_900;
    private const int MostRows = 1_000;

    public int MostRequests => 100;

    public int MostSize => MostCharacters;

    public TimeSpan LongestHold => Holds.Soon;

    public bool IsRepeatable => true;

    // Commas divide the list: what an address with one means there is not documented.
    public string GroupOf(FindRequest request) => IsListed(request.Email) ? request.Group : $"{request.Group}\n{request.Email}";

    public int SizeOf(FindRequest request) => request.Email.Length + 1;

    public async Task<IReadOnlyList<IReadOnlyList<JsonObject>>> SendAsync(
        IReadOnlyList<FindRequest> requests, ZohoPriority priority, CancellationToken cancellationToken)
    {
        var (module, converted) = (requests[0].Module, requests[0].Converted);
        string[] emails = [.. requests.Select(request => request.Email).Distinct()];
        var found = new FoundRows();
        foreach (var columns in RecordReader.Columns(FoundRows.ColumnsOf(requests), RecordReader.MaxFields))
        {
            var search = ZohoSearch.OfCriteria(CriteriaOf(emails)) with { Converted = converted };
            var rows = 0;
            await foreach (var row in reader.SearchAsync(module, search, columns, $"search {module}", priority, cancellationToken)
                .Take(MostRows).ConfigureAwait(false))
            {
                found.Add(row);
                rows++;
            }

            if (rows == MostRows && emails.Length > 1)
            {
                // Others contain these addresses, too. Fewer of them have fewer such hits, and none may stay unseen.
                var half = requests.Count / 2;
                return
                [
                    .. await SendAsync([.. requests.Take(half)], priority, cancellationToken).ConfigureAwait(false),
                    .. await SendAsync([.. requests.Skip(half)], priority, cancellationToken).ConfigureAwait(false),
                ];
            }
        }

        return found.For(requests);
    }

    /// <summary>The criterion for one address or several.</summary>
    internal static string CriteriaOf(IReadOnlyList<string> emails) => emails.Count == 1
        ? $"(Email:equals:{ZohoCriteria.Escape(emails[0])})"
        : $"(Email:in:{string.Join(',', emails)})";

    private static bool IsListed(string email) => ZohoCriteria.Escape(email) == email && !email.Contains('\\', StringComparison.Ordinal);
}
