namespace SalesIntel.Zoho.Client;

/// <summary>Records by e-mail address as the database has them at that moment,
/// https://www.zoho.com/crm/developer/docs/api/v8/COQL-Overview.html.</summary>
internal sealed class QueryFindKind(QueryReader reader) : IBatchKind<FindRequest, IReadOnlyList<JsonObject>>
{
    // Zoho documents no length of a query; addresses may have 254 characters each.
    private const int MostCharacters = 10_000;

    public int MostRequests => ZohoQuery.MaxListItems;

    public int MostSize => MostCharacters;

    public TimeSpan LongestHold => Holds.Soon;

    public bool IsRepeatable => true;

    public string GroupOf(FindRequest request) => request.Module;

    public int SizeOf(FindRequest request) => request.Email.Length + 4;

    public async Task<IReadOnlyList<IReadOnlyList<JsonObject>>> SendAsync(
        IReadOnlyList<FindRequest> requests, ZohoPriority priority, CancellationToken cancellationToken)
    {
        var found = new FoundRows();
        string[] emails = [.. requests.Select(request => request.Email).Distinct()];
        foreach (var columns in RecordReader.Columns(FoundRows.ColumnsOf(requests), RecordReader.MaxFields - 1))
        {
            var query = new ZohoQuery(0, 0);
            query.AppendLiteral("select id");
            foreach (var column in columns)
            {
                query.AppendLiteral(", ");
                query.AppendFormatted(column, "field");
            }

            query.AppendLiteral(" from ");
            query.AppendFormatted(requests[0].Module, "field");
            query.AppendLiteral(" where Email in ");
            query.AppendFormatted(emails);
            await foreach (var row in reader.QueryAsync(query, priority, cancellationToken).ConfigureAwait(false))
            {
                found.Add(row);
            }
        }

        return found.For(requests);
    }
}
