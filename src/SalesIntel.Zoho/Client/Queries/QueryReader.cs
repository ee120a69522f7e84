using System.Runtime.CompilerServices;

namespace SalesIntel.Zoho.Client;

/// <summary>Runs searches and queries.</summary>
internal sealed class QueryReader(ZohoTransport transport, RecordReader reader)
{
    // A search has no more than 2,000 rows.
    private const int MostSearchPages = 10;

    /// <summary>The rows of a search, within its limit of 2,000.</summary>
    public IAsyncEnumerable<JsonElement> SearchAsync(
        string module,
        ZohoSearch search,
        IReadOnlyCollection<string> fields,
        string operation,
        ZohoPriority priority,
        CancellationToken cancellationToken)
    {
        var path = search.PathIn(module, fields);
        return reader.RowsAsync(
            page => RecordReader.Read(module, "", $"{path}&{page}", " and ZohoSearch.securesearch.READ") with
            {
                Operation = operation, Priority = priority,
            },
            MostSearchPages,
            cancellationToken);
    }

    /// <summary>The rows of a query, page by page unless it says itself which it wants.</summary>
    public async IAsyncEnumerable<JsonElement> QueryAsync(
        ZohoQuery query, ZohoPriority priority, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var offset = 0; ; offset += RecordReader.PageSize)
        {
            var call = new ZohoCall
            {
                Method = HttpMethod.Post,
                Path = "coql",
                Operation = "run a query",
                Scopes = "ZohoCRM.coql.READ",
                Body = QueryJson.Body(query.HasLimit ? query.ToString() : $"{query} limit {offset}, {RecordReader.PageSize}"),
                IsQuery = true,
                Priority = priority,
            };
            var answer = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
            if (!ZohoErrors.HasRows(call, answer))
            {
                yield break;
            }

            foreach (var row in answer.Rows)
            {
                yield return row;
            }

            if (query.HasLimit || !answer.HasMore || answer.Elements.Count == 0)
            {
                yield break;
            }
        }
    }
}
