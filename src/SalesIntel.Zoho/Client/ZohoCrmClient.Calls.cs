using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace SalesIntel.Zoho.Client;

/// <content>Any number of records, and any other call.</content>
public sealed partial class ZohoCrmClient
{
    /// <summary>Creates any number of records, <see cref="MaxBatch"/> with each call, one call after the other. Not repeatable: after a lost answer
    /// there may be records.</summary>
    /// <returns>One result for each record, in their order, as the calls end; what Zoho has refused is a result, too. Calls are made as results are
    /// asked for: whoever stops early leaves the rest unwritten.</returns>
    /// <exception cref="ZohoCrmException">A call failed as a whole. Those before it are done and have given their results.</exception>
    public IAsyncEnumerable<ZohoRecordResult> InsertAllAsync<T>(
        string module,
        IEnumerable<T> records,
        JsonTypeInfo<T> type,
        ZohoWriteSettings? settings = null,
        CancellationToken cancellationToken = default) =>
        InBatchesAsync(records, (some, token) => InsertBatchAsync(module, some, type, settings, token), cancellationToken);

    /// <summary>Changes any number of records, each of which has its <c>id</c>, as <see cref="InsertAllAsync"/> creates them.</summary>
    /// <returns>One result for each record, in their order, as the calls end.</returns>
    /// <exception cref="ZohoCrmException">A call failed as a whole. It may be repeated.</exception>
    public IAsyncEnumerable<ZohoRecordResult> UpdateAllAsync<T>(
        string module,
        IEnumerable<T> records,
        JsonTypeInfo<T> type,
        ZohoWriteSettings? settings = null,
        CancellationToken cancellationToken = default) =>
        InBatchesAsync(records, (some, token) => UpdateBatchAsync(module, some, type, settings, token), cancellationToken);

    /// <summary>Creates or changes any number of records, as <see cref="InsertAllAsync"/> creates them.</summary>
    /// <returns>One result for each record, in their order, as the calls end.</returns>
    /// <exception cref="ZohoCrmException">A call failed as a whole. It may be repeated where each record has a value of a unique field.</exception>
    public IAsyncEnumerable<ZohoRecordResult> UpsertAllAsync<T>(
        string module,
        IEnumerable<T> records,
        JsonTypeInfo<T> type,
        ZohoWriteSettings? settings = null,
        CancellationToken cancellationToken = default) =>
        InBatchesAsync(records, (some, token) => UpsertBatchAsync(module, some, type, settings, token), cancellationToken);

    /// <summary>Makes a call for which there is no method here (users, tags, related lists, functions: https://www.zoho.com/crm/developer/docs/api/v8/),
    /// with the token, the limits and the errors of all the others.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The address below <c>/crm/v8/</c>, percent-encoded, e.g. <c>users?type=ActiveUsers</c>.</param>
    /// <param name="body">The JSON to send; null = none.</param>
    /// <param name="priority">Whether other calls go first.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Zoho's answer; null when it is empty (204), which means for most reads that there is nothing. Where it has a result for each record, as
    /// writes have, the results are for you to read.</returns>
    /// <exception cref="ArgumentException">The path leaves <c>/crm/v8/</c>.</exception>
    /// <exception cref="ZohoCrmException">Zoho refused the call or can't be reached.</exception>
    public async Task<JsonObject?> SendAsync(
        HttpMethod method, string path, JsonObject? body = null, ZohoPriority priority = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        var call = new ZohoCall
        {
            Method = method,
            Path = ApiPath.Below(path),
            Operation = $"{method.Method} {path.Split('?')[0]}",
            Scopes = "the scope that Zoho's page about it names",
            Body = body is null ? null : JsonSerializer.SerializeToUtf8Bytes(body, RecordsJson.Wire.JsonObject),
            Records = body?["data"] is JsonArray records ? records.Count : 0,
            Priority = priority,
        };
        var answer = await _transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return answer switch
        {
            { IsEmpty: true } => null,
            { Status: >= 400 } => throw ZohoErrors.Refused(call, answer, answer.Result),
            { Body: { } json } => JsonObject.Create(json),
            _ => throw ZohoErrors.Unreadable(call, answer.Status),
        };
    }

    private static async IAsyncEnumerable<ZohoRecordResult> InBatchesAsync<T>(
        IEnumerable<T> records,
        Func<T[], CancellationToken, Task<IReadOnlyList<ZohoRecordResult>>> write,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        foreach (var some in records.Chunk(MaxBatch))
        {
            foreach (var result in await write(some, cancellationToken).ConfigureAwait(false))
            {
                yield return result;
            }
        }
    }
}
