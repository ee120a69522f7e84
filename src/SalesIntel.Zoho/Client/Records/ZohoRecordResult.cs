namespace SalesIntel.Zoho.Client;

/// <summary>What became of one record of a write. Zoho decides each record by itself, whatever the HTTP status of the answer.</summary>
public sealed record ZohoRecordResult
{
    /// <summary>True when the record was written.</summary>
    public bool IsSuccess => Error is null;

    /// <summary>The record's id; null when it was refused.</summary>
    public string? Id { get; init; }

    /// <summary>What was done.</summary>
    public ZohoWriteAction Action { get; init; }

    /// <summary>The unique field by which an upsert found the record; null when it found none, and for other writes.</summary>
    public string? DuplicateField { get; init; }

    /// <summary>Why it was refused, ready to be thrown; null when it was written.</summary>
    public ZohoCrmException? Error { get; init; }

    /// <summary>What was refused, one entry for each thing that Zoho named.</summary>
    public IReadOnlyList<ZohoProblem> Problems => Error?.Problems ?? [];

    /// <summary>True when there is no record with the id that was given: deleted, or merged with another one.</summary>
    public bool IsNotFound { get; init; }

    /// <summary>The result itself when the record was written.</summary>
    /// <exception cref="ZohoCrmException">It was refused.</exception>
    public ZohoRecordResult EnsureSuccess() => Error is null ? this : throw Error;
}
