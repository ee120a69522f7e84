using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace SalesIntel.Zoho.Client;

/// <summary>Sends records and gives each of them its own result. The order of Zoho's results is that of the records; what is missing among
/// them is asked for again, and results that can't be told apart are nobody's.</summary>
internal sealed class RecordWriter(ZohoTransport transport, ILogger<RecordWriter> logger)
{
    /// <summary>How many records one call takes.</summary>
    public const int MaxRecords = 100;

    /// <summary>Writes.</summary>
    /// <returns>One result for each record, in their order. A refused record is a result and no exception.</returns>
    /// <exception cref="ZohoCrmException">The call failed as a whole; for a call with one record a refusal is that record's.</exception>
    public async Task<IReadOnlyList<ZohoRecordResult>> WriteAsync(RecordWrite write, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(write.Records.Count, MaxRecords, nameof(write.Records));
        if (write.Records.Count == 0)
        {
            return [];
        }

        var call = write.ToCall(write.Records);
        var answer = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
        var elements = ElementsOf(answer, write, out var areMisplaced);
        if (!areMisplaced && elements.All(element => element is null))
        {
            var one = WithoutResults(write, call, answer);
            return [.. write.Records.Select(_ => one with { Error = one.Error?.Copy() })];
        }

        var results = new ZohoRecordResult[elements.Length];
        var missing = elements.Count(element => element is null);
        if (missing > 0)
        {
            Log.ResultsMissing(logger, call.Operation, elements.Length - missing, elements.Length);
        }

        for (var i = 0; i < elements.Length; i++)
        {
            results[i] = elements[i] is { } element
                ? ResultOf(write, call, answer.Status, element, write.Records[i])
                : await AloneAsync(write, call, answer.Status, write.Records[i], cancellationToken).ConfigureAwait(false);
        }

        return results;
    }

    // By position. A position that an element contradicts proves that some were left out before it: then none is trusted.
    private static ZohoElement?[] ElementsOf(ZohoAnswer answer, RecordWrite write, out bool areMisplaced)
    {
        areMisplaced = false;
        var elements = new ZohoElement?[write.Records.Count];
        var sent = answer.Elements;
        for (var i = 0; i < elements.Length && i < sent.Count; i++)
        {
            elements[i] = ZohoElement.Read(sent[i]) is { } read && Tells(read, write, i) ? read : null;
            if (elements.Length > 1 && elements[i] is { } element && IsMisplaced(element, i, write))
            {
                areMisplaced = true;
                return new ZohoElement?[elements.Length];
            }
        }

        return elements;
    }

    // A success that names no record is none that can be gone by; it must not cost the others theirs.
    private static bool Tells(ZohoElement element, RecordWrite write, int at) =>
        !element.IsSuccess || (element.Id ?? write.Id ?? IdOf(write.Records[at])) is not null;

    private static bool IsMisplaced(ZohoElement element, int at, RecordWrite write) =>
        element.IsSuccess
            ? IdOf(write.Records[at]) is { } id && element.Id is { } written && written != id
            : element.Index is { } index && index != at;

    private static ZohoRecordResult WithoutResults(RecordWrite write, ZohoCall call, ZohoAnswer answer)
    {
        var bare = answer.Body is { } body ? ZohoElement.Read(body) : null;
        if (answer.Status < 400 && bare is not { IsSuccess: false })
        {
            throw ZohoErrors.Unreadable(call, answer.Status);
        }

        // A refusal in the shape without a list is about the call: about its one record, or about none in particular.
        return write.Records.Count == 1
            ? ResultOf(write, call, answer.Status, bare, write.Records[0])
            : throw ZohoErrors.Refused(call, answer, bare);
    }

    private static ZohoRecordResult ResultOf(RecordWrite write, ZohoCall call, int status, ZohoElement? element, JsonNode record)
    {
        if (element is not { IsSuccess: true })
        {
            var elements = element?.Flatten() ?? [];
            return new ZohoRecordResult
            {
                Error = RefusedRecord.Of(call, status, elements),
                IsNotFound = write.Method != HttpMethod.Post && elements is [{ } only] && MeansNoRecord(only, status, record),
            };
        }

        return (element.Id ?? write.Id ?? IdOf(record)) is { } id
            ? new ZohoRecordResult
            {
                Id = id,
                Action = element.Action switch
                {
                    "insert" => ZohoWriteAction.Inserted,
                    "update" => ZohoWriteAction.Updated,
                    _ => write.IsUpsert && status != 201 ? ZohoWriteAction.Updated : write.Action,
                },
                DuplicateField = element.DuplicateField,
            }
            : throw ZohoErrors.Unreadable(call, status);
    }

    // A deleted record is answered with a refused id, in one of several shapes, and never with a field that was sent.
    private static bool MeansNoRecord(ZohoElement element, int status, JsonNode record) =>
        element.Code is "RECORD_NOT_FOUND" or "RESOURCE_NOT_FOUND"
        || (element.Code == "INVALID_DATA"
            && (element.Field is null or "id" || (status == 404 && (record as JsonObject)?.ContainsKey(element.Field) != true))
            && (element.Field == "id" || element.Id is not null || element.Number("resource_path_index") is not null || status == 404));

    private async Task<ZohoRecordResult> AloneAsync(
        RecordWrite write, ZohoCall call, int status, JsonNode record, CancellationToken cancellationToken)
    {
        if (!write.IsRepeatable)
        {
            return new ZohoRecordResult { Error = ZohoErrors.Unreadable(call, status) };
        }

        try
        {
            return (await WriteAsync(write with { Records = [record] }, cancellationToken).ConfigureAwait(false))[0];
        }
        catch (ZohoCrmException failure)
        {
            // The others have their results, which must not be lost with this one.
            return new ZohoRecordResult { Error = failure };
        }
    }

    private static string? IdOf(JsonNode record) =>
        record is JsonObject fields && fields["id"] is JsonValue id && id.GetValueKind() == JsonValueKind.String ? id.GetValue<string>() : null;
}
