using System.Text.Json.Serialization.Metadata;

namespace SalesIntel.Zoho.Client;

/// <content>Reading: by id, lists, searches, queries, metadata.</content>
public sealed partial class ZohoCrmClient
{
    /// <summary>Reads a record from the database itself.</summary>
    /// <param name="module">API name of the module.</param>
    /// <param name="id">The record's id.</param>
    /// <param name="type">How the record is read.</param>
    /// <param name="fields">API names of the fields, any number; null = all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Null when there is none.</returns>
    public async Task<T?> GetAsync<T>(
        string module, string id, JsonTypeInfo<T> type, IReadOnlyCollection<string>? fields = null, CancellationToken cancellationToken = default)
        where T : class =>
        await _reader.GetAsync(module, id, fields is null ? null : Any(fields), ZohoPriority.Normal, cancellationToken).ConfigureAwait(false) is { } record
            ? Read(record, type)
            : null;

    /// <summary>Reads any number of records by their ids, converted leads included. Texts with formats are cut at 500 characters.</summary>
    /// <returns>Those that are there.</returns>
    public async Task<IReadOnlyList<T>> GetAsync<T>(
        string module,
        IReadOnlyCollection<string> ids,
        IReadOnlyCollection<string> fields,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(ids);
        var records = await _reader.GetAsync(module, ids, Any(fields), ZohoPriority.Normal, cancellationToken).ConfigureAwait(false);
        return [.. records.Select(record => Read(record, type))];
    }

    /// <summary>Reads all records of a module, page by page as they are asked for.</summary>
    /// <param name="module">API name of the module.</param>
    /// <param name="fields">API names of the fields, at most 50 with 1,024 characters together.</param>
    /// <param name="type">How the records are read.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public IAsyncEnumerable<T> ListAsync<T>(
        string module, IReadOnlyCollection<string> fields, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class
    {
        var path = $"{ApiPath.Module(module)}?fields={ApiPath.Fields(OneRead(fields))}";
        return Typed(
            _reader.RowsAsync(page => RecordReader.Read(module, "list records of", $"{path}&{page}"), int.MaxValue, cancellationToken), type);
    }

    /// <summary>Searches, page by page as they are asked for; at most 2,000 records.</summary>
    /// <param name="module">API name of the module.</param>
    /// <param name="search">What to search for.</param>
    /// <param name="fields">API names of the fields, at most 50 with 1,024 characters together.</param>
    /// <param name="type">How the records are read.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public IAsyncEnumerable<T> SearchAsync<T>(
        string module,
        ZohoSearch search,
        IReadOnlyCollection<string> fields,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(search);
        return Typed(
            _queries.SearchAsync(module, search, OneRead(fields), $"search {module}", ZohoPriority.Normal, cancellationToken), type);
    }

    /// <summary>Runs a COQL query, page by page as they are asked for; a query with a <c>limit</c> of its own is one page. Sees what the database
    /// holds at that moment. Needs the scope <c>ZohoCRM.coql.READ</c>.</summary>
    public IAsyncEnumerable<T> QueryAsync<T>(ZohoQuery query, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(query);
        return Typed(_queries.QueryAsync(query, ZohoPriority.Normal, cancellationToken), type);
    }

    /// <summary>The fields of a module.</summary>
    public Task<IReadOnlyList<ZohoField>> GetFieldsAsync(string module, CancellationToken cancellationToken = default) =>
        _metadata.FieldsAsync(module, retry: true, cancellationToken);

    /// <summary>The layouts of a module, which say what people must fill.</summary>
    public Task<IReadOnlyList<ZohoLayout>> GetLayoutsAsync(string module, CancellationToken cancellationToken = default) =>
        _metadata.LayoutsAsync(module, cancellationToken);

    /// <summary>The organisation, with its edition. Needs the scope <c>ZohoCRM.org.READ</c>.</summary>
    public Task<ZohoOrganization> GetOrganizationAsync(CancellationToken cancellationToken = default) =>
        _metadata.OrganizationAsync(cancellationToken);

    /// <summary>One record as it is; null when there is none.</summary>
    internal Task<JsonObject?> GetAsync(
        string module, string id, IReadOnlyCollection<string> fields, ZohoPriority priority, CancellationToken cancellationToken) =>
        _reader.GetAsync(module, id, fields, priority, cancellationToken);

    /// <summary>The fields, asked for once: a write waits for it.</summary>
    internal Task<IReadOnlyList<ZohoField>> TryGetFieldsAsync(string module, CancellationToken cancellationToken) =>
        _metadata.FieldsAsync(module, retry: false, cancellationToken);

    // Without one there would be no call, and it would look as if there were no record.
    private static IReadOnlyCollection<string> Any(IReadOnlyCollection<string> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return fields.Count > 0 ? fields : throw new ArgumentException("A read needs a field: name at least one, such as id.", nameof(fields));
    }

    private static IReadOnlyCollection<string> OneRead(IReadOnlyCollection<string> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.Count is 0 or > RecordReader.MaxFields)
        {
            throw new ArgumentException($"A list needs 1 to {RecordReader.MaxFields} fields, and {fields.Count} were named.", nameof(fields));
        }

        var length = string.Join(',', fields).Length;
        return length <= RecordReader.MaxText
            ? fields
            : throw new ArgumentException(
                $"The names of a list's fields may have {RecordReader.MaxText} characters together, commas included, and these have {length}: "
                + "read fewer fields, or read by ids, which takes any number.",
                nameof(fields));
    }

    private static T Read<T>(JsonObject record, JsonTypeInfo<T> type)
        where T : class => Read(() => record.Deserialize(type));

    private static T Read<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read() ?? throw Unfitting<T>(null);
        }
        catch (JsonException refused)
        {
            throw Unfitting<T>(refused);
        }
    }

    private static ZohoCrmException Unfitting<T>(Exception? inner) => new(
        "unreadable_record",
        $"A record of Zoho can't be read as {typeof(T).Name}: a field has another type there.",
        "Compare the type's properties with the fields' types in Zoho, and allow null.",
        inner);

    private static IAsyncEnumerable<T> Typed<T>(IAsyncEnumerable<JsonElement> rows, JsonTypeInfo<T> type)
        where T : class => rows.Select(row => Read(() => row.Deserialize(type)));
}
