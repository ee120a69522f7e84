using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace SalesIntel.Zoho.Client;

/// <summary>A client of Zoho CRM's API v8, https://www.zoho.com/crm/developer/docs/api/v8/. Records are types of your own, described by a
/// source-generated <see cref="JsonTypeInfo{T}"/>, or <see cref="JsonObject"/>. Access tokens are fetched, shared and renewed; no more calls
/// are in flight than Zoho allows. Safe to use from several threads.</summary>
/// <remarks>
/// <para>Every method throws <see cref="ZohoCrmException"/> when Zoho refuses the call or can't be reached. A read that lost its connection is
/// repeated once; nothing else is, and <see cref="Failures.ProviderException.OutcomeUnknown"/> says when a write may have been done.</para>
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

    internal ZohoCrmClient(
        ZohoTransport transport, RecordWriter writer, RecordReader reader, QueryReader queries, MetadataReader metadata)
    {
        _transport = transport;
        _writer = writer;
        _reader = reader;
        _queries = queries;
        _metadata = metadata;
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
        _writer.WriteAsync(Insert(module, Nodes(records, type), settings), cancellationToken);

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
        CancellationToken cancellationToken = default) =>
        (await _writer.WriteAsync(
            Update(module, Nodes([record], type), settings) with
            {
                Path = $"{ApiPath.Module(module)}/{ApiPath.Id(id)}",
                Operation = $"update record {id} of {module}",
                Id = id,
            },
            cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Changes up to <see cref="MaxBatch"/> records with one call. Each record has its <c>id</c>.</summary>
    /// <returns>One result for each record, in their order; what Zoho has refused is a result, too.</returns>
    public Task<IReadOnlyList<ZohoRecordResult>> UpdateBatchAsync<T>(
        string module,
        IReadOnlyList<T> records,
        JsonTypeInfo<T> type,
        ZohoWriteSettings? settings = null,
        CancellationToken cancellationToken = default) =>
        _writer.WriteAsync(Update(module, Nodes(records, type), settings), cancellationToken);

    /// <summary>Creates a record, or changes the one that has the same values of unique fields. Repeatable when it has a value of such a
    /// field.</summary>
    /// <exception cref="ZohoCrmException">It was refused.</exception>
    public async Task<ZohoRecordResult> UpsertAsync<T>(
        string module, T record, JsonTypeInfo<T> type, ZohoWriteSettings? settings = null, CancellationToken cancellationToken = default) =>
        (await UpsertBatchAsync(module, [record], type, settings, cancellationToken).ConfigureAwait(false))[0].EnsureSuccess();

    /// <summary>Creates or changes up to <see cref="MaxBatch"/> records with one call.</summary>
    /// <returns>One result for each record, in their order; what Zoho has refused is a result, too.</returns>
    public Task<IReadOnlyList<ZohoRecordResult>> UpsertBatchAsync<T>(
        string module,
        IReadOnlyList<T> records,
        JsonTypeInfo<T> type,
        ZohoWriteSettings? settings = null,
        CancellationToken cancellationToken = default) =>
        _writer.WriteAsync(
            Insert(module, Nodes(records, type), settings) with
            {
                Path = $"{ApiPath.Module(module)}/upsert",
                Operation = $"create or update a record of {module}",
                IsRepeatable = true,
                IsUpsert = true,
            },
            cancellationToken);

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
        return _writer.WriteAsync(
            new RecordWrite
            {
                Method = HttpMethod.Delete,
                Path = ApiPath.Module(module),
                Operation = $"delete records of {module}",
                Scopes = Scopes(module),
                Records = [.. ids.Select(id => new JsonObject { ["id"] = ApiPath.Id(id) })],
                Action = ZohoWriteAction.Deleted,
                IsRepeatable = true,
            },
            cancellationToken);
    }

    private static RecordWrite Insert(string module, IReadOnlyList<JsonNode> records, ZohoWriteSettings? settings) => new()
    {
        Method = HttpMethod.Post,
        Path = ApiPath.Module(module),
        Operation = $"insert into {module}",
        Scopes = Scopes(module),
        Records = records,
        Settings = settings,
        Action = ZohoWriteAction.Inserted,
        IsRepeatable = false,
    };

    private static RecordWrite Update(string module, IReadOnlyList<JsonNode> records, ZohoWriteSettings? settings) => new()
    {
        Method = HttpMethod.Put,
        Path = ApiPath.Module(module),
        Operation = $"update records of {module}",
        Scopes = Scopes(module),
        Records = records,
        Settings = settings,
        Action = ZohoWriteAction.Updated,
        IsRepeatable = true,
    };

    private static JsonNode[] Nodes<T>(IReadOnlyList<T> records, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(type);
        return [.. records.Select(record => JsonSerializer.SerializeToNode(record, type)
            ?? throw new ArgumentException("A record that is written must not be null.", nameof(records)))];
    }

    // The scopes of custom modules are those of all modules.
    private static string Scopes(string module) => $"ZohoCRM.modules.{module.ToLowerInvariant()}.ALL";
}
