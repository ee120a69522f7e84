using System.Text.Json.Serialization.Metadata;

namespace SalesIntel.Zoho.Client;

/// <summary>A client of Zoho CRM's API v8, https://www.zoho.com/crm/developer/docs/api/v8/. Records are types of your own, described by a
/// source-generated <see cref="JsonTypeInfo{T}"/>, or <see cref="JsonObject"/>. Access tokens are fetched, shared and renewed; no more calls
/// are in flight than Zoho allows. Safe to use from several threads.</summary>
/// <remarks>
/// <para>Every method throws <see cref="ZohoCrmException"/> when Zoho refuses the call or can't be reached. A read that lost its connection is
/// repeated once; nothing else is, and <see cref="Failures.ProviderException.OutcomeUnknown"/> says when a write may have been done.</para>
/// <para>Updates, upserts by one unique field and notes that are written one by one while others of their kind are in flight go together with
/// the next call. Cancelling takes a request out of the queue; a call that is in flight goes on, for it may carry those of others.</para>
/// <para>Get it with <c>services.AddZohoCrm(options => …)</c>.</para>
/// </remarks>
public sealed partial class ZohoCrmClient
{
    /// <summary>Records that one call writes or deletes.</summary>
    public const int MaxBatch = RecordWriter.MaxRecords;

    private readonly ZohoTransport _transport;
    private readonly RecordWriter _writer;
    private readonly RecordReader _reader;
    private readonly QueryReader _queries;
    private readonly MetadataReader _metadata;
    private readonly ZohoBatches _batches;

    internal ZohoCrmClient(
        ZohoTransport transport, RecordWriter writer, RecordReader reader, QueryReader queries, MetadataReader metadata, ZohoBatches batches)
    {
        _transport = transport;
        _writer = writer;
        _reader = reader;
        _queries = queries;
        _metadata = metadata;
        _batches = batches;
    }

    /// <summary>The API credits that are left, as Zoho said with its last answer; null while more than half of the day's are left, when it says
    /// nothing.</summary>
    public ZohoCredits? Credits => _transport.Credits;

    /// <summary>Creates a record. Not repeatable: after a lost answer there may be a record.</summary>
    /// <exception cref="ZohoCrmException">It was refused.</exception>
    public async Task<ZohoRecordResult> InsertAsync<T>(
        string module, T record, JsonTypeInfo<T> type, ZohoWriteSettings? settings = null, CancellationToken cancellationToken = default) =>
        (await InsertBatchAsync(module, [record], type, settings, cancellationToken).ConfigureAwait(false))[0].EnsureSuccess();

    /// <summary>Creates up to <see cref="MaxBatch"/> records with one call.</summary>
    /// <returns>One result for each record, in their order; what Zoho has refused is a result, too.</returns>
    public Task<IReadOnlyList<ZohoRecordResult>> InsertBatchAsync<T>(
        string module,
        IReadOnlyList<T> records,
        JsonTypeInfo<T> type,
        ZohoWriteSettings? settings = null,
        CancellationToken cancellationToken = default) =>
        _writer.WriteAsync(RecordWrites.Insert(module, Nodes(records, type), settings), cancellationToken);

    /// <summary>Changes the fields that the record has; JSON null clears one.</summary>
    /// <exception cref="ZohoCrmException">It was refused.</exception>
    public async Task<ZohoRecordResult> UpdateAsync<T>(
        string module,
        string id,
        T record,
        JsonTypeInfo<T> type,
        ZohoWriteSettings? settings = null,
        CancellationToken cancellationToken = default) =>
        (await TryUpdateAsync(module, id, record, type, settings, cancellationToken).ConfigureAwait(false)).EnsureSuccess();

    /// <summary>As <see cref="UpdateAsync"/>, but what Zoho has refused is a result and no exception.</summary>
    public async Task<ZohoRecordResult> TryUpdateAsync<T>(
        string module,
        string id,
        T record,
        JsonTypeInfo<T> type,
        ZohoWriteSettings? settings = null,
        CancellationToken cancellationToken = default)
    {
        ApiPath.Id(id);
        var node = Nodes([record], type)[0];
        return node is JsonObject values
            ? await _batches.Updates.SendAsync(
                new WriteRequest(ApiPath.Module(module), id, values, settings), settings?.Priority ?? default, cancellationToken).ConfigureAwait(false)
            : (await _writer.WriteAsync(RecordWrites.Update(module, id, node, settings), cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Changes up to <see cref="MaxBatch"/> records with one call. Each record has its <c>id</c>.</summary>
    /// <returns>One result for each record, in their order; what Zoho has refused is a result, too.</returns>
    public Task<IReadOnlyList<ZohoRecordResult>> UpdateBatchAsync<T>(
        string module,
        IReadOnlyList<T> records,
        JsonTypeInfo<T> type,
        ZohoWriteSettings? settings = null,
        CancellationToken cancellationToken = default) =>
        _writer.WriteAsync(RecordWrites.Update(module, Nodes(records, type), settings), cancellationToken);

    /// <summary>Creates a record, or changes the one that has the same values of unique fields. Repeatable when it has a value of such a
    /// field.</summary>
    /// <exception cref="ZohoCrmException">It was refused.</exception>
    public async Task<ZohoRecordResult> UpsertAsync<T>(
        string module, T record, JsonTypeInfo<T> type, ZohoWriteSettings? settings = null, CancellationToken cancellationToken = default) =>
        (await TryUpsertAsync(module, record, type, settings, cancellationToken).ConfigureAwait(false)).EnsureSuccess();

    /// <summary>Creates or changes up to <see cref="MaxBatch"/> records with one call.</summary>
    /// <returns>One result for each record, in their order; what Zoho has refused is a result, too.</returns>
    public Task<IReadOnlyList<ZohoRecordResult>> UpsertBatchAsync<T>(
        string module,
        IReadOnlyList<T> records,
        JsonTypeInfo<T> type,
        ZohoWriteSettings? settings = null,
        CancellationToken cancellationToken = default) =>
        _writer.WriteAsync(RecordWrites.Upsert(module, Nodes(records, type), settings), cancellationToken);

    /// <summary>Deletes a record.</summary>
    /// <returns>False when there was none.</returns>
    /// <exception cref="ZohoCrmException">It was refused.</exception>
    public async Task<bool> DeleteAsync(string module, string id, CancellationToken cancellationToken = default)
    {
        var result = (await DeleteBatchAsync(module, [id], cancellationToken).ConfigureAwait(false))[0];
        return !result.IsNotFound && result.EnsureSuccess().IsSuccess;
    }

    /// <summary>Deletes up to <see cref="MaxBatch"/> records with one call.</summary>
    /// <returns>One result for each id, in their order.</returns>
    public Task<IReadOnlyList<ZohoRecordResult>> DeleteBatchAsync(
        string module, IReadOnlyList<string> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return _writer.WriteAsync(RecordWrites.Delete(module, ids), cancellationToken);
    }

    /// <summary>As <see cref="UpsertAsync"/>, but what Zoho has refused is a result and no exception.</summary>
    internal async Task<ZohoRecordResult> TryUpsertAsync<T>(
        string module, T record, JsonTypeInfo<T> type, ZohoWriteSettings? settings, CancellationToken cancellationToken)
    {
        var node = Nodes([record], type)[0];
        return node is JsonObject values && new WriteRequest(ApiPath.Module(module), null, values, settings) is { MatchedBy: not null } request
            ? await _batches.Upserts.SendAsync(request, settings?.Priority ?? default, cancellationToken).ConfigureAwait(false)
            : (await _writer.WriteAsync(RecordWrites.Upsert(module, [node], settings), cancellationToken).ConfigureAwait(false))[0];
    }

    private static JsonNode[] Nodes<T>(IReadOnlyList<T> records, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(type);
        if (records.Count > MaxBatch)
        {
            throw new ArgumentOutOfRangeException(
                nameof(records),
                records.Count,
                $"One call takes {MaxBatch}: {nameof(InsertAllAsync)}, {nameof(UpdateAllAsync)} and {nameof(UpsertAllAsync)} take any number.");
        }

        return [.. records.Select(record => JsonSerializer.SerializeToNode(record, type)
            ?? throw new ArgumentException("A record that is written must not be null.", nameof(records)))];
    }
}
