namespace SalesIntel.Zoho.Client;

/// <summary>The kinds of calls that gather requests.</summary>
internal sealed class ZohoBatches(RecordWriter writer, RecordReader reader, QueryReader queries, BatchPace pace, TimeProvider time, ILogger<ZohoBatches> logger)
{
    /// <summary>Records found by a unique value, or created.</summary>
    public Batcher<WriteRequest, ZohoRecordResult> Upserts { get; } = new(new UpsertKind(writer), pace, time, logger);

    /// <summary>Records changed by their ids.</summary>
    public Batcher<WriteRequest, ZohoRecordResult> Updates { get; } = new(new UpdateKind(writer), pace, time, logger);

    public Batcher<NoteRequest<ZohoParent>, ZohoRecordResult> NewNotes { get; } = new(new NoteKind<ZohoParent>(writer, NoteWrites.Insert), pace, time, logger);

    /// <summary>Notes that are replaced.</summary>
    public Batcher<NoteRequest<string>, ZohoRecordResult> Notes { get; } = new(new NoteKind<string>(writer, NoteWrites.Update), pace, time, logger);

    /// <summary>Records by e-mail address, from the database.</summary>
    public Batcher<FindRequest, IReadOnlyList<JsonObject>> Queries { get; } = new(new QueryFindKind(queries), pace, time, logger);

    /// <summary>Records by e-mail address, from the search index.</summary>
    public Batcher<FindRequest, IReadOnlyList<JsonObject>> Searches { get; } = new(new SearchFindKind(queries), pace, time, logger);

    /// <summary>Records by their ids.</summary>
    public Batcher<ReadRequest, JsonObject?> Reads { get; } = new(new ReadKind(reader), pace, time, logger);
}
