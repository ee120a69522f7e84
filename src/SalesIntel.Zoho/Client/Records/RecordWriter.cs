namespace SalesIntel.Zoho.Client;

/// <summary>Sends records and gives each of them its own result. The order of Zoho's results is that of the records, which only says whose they are
/// when there is one for each; what is missing is asked for again, and a result that may be another record's is nobody's.</summary>
internal sealed class RecordWriter(ZohoTransport transport, RecordReader reader, ILogger<RecordWriter> logger)
{
    /// <summary>How many records one call takes.</summary>
    public const int MaxRecords = 100;

    private static readonly string[] IdOnly = ["id"];

    /// <summary>Writes.</summary>
    /// <returns>One result for each record, in their order. A refused record is a result and no exception.</returns>
    /// <exception cref="ZohoCrmException">The call failed as a whole; for a call with one record a refusal is that record's.</exception>
    public async Task<IReadOnlyList<ZohoRecordResult>> WriteAsync(RecordWrite write, CancellationToken cancellationToken)
    {
        if (write.Records.Count > MaxRecords)
        {
            throw new ArgumentOutOfRangeException("records", write.Records.Count, $"One call takes {MaxRecords}.");
        }

        if (write.Records.Count == 0)
        {
            return [];
        }

        var call = write.ToCall(write.Records);
        var answer = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
        if (write.Method != HttpMethod.Post && answer is { Body: null, Status: 204 or 404 })
        {
            return await SilentAsync(write, call, answer.Status, cancellationToken).ConfigureAwait(false);
        }

        var results = new ZohoRecordResult?[write.Records.Count];
        if (!TryRead(answer, write, call, results))
        {
            var one = WithoutResults(write, call, answer);
            return [.. write.Records.Select(_ => one with { Error = one.Error?.Copy() })];
        }

        int[] missing = [.. Enumerable.Range(0, results.Length).Where(at => results[at] is null)];
        if (missing.Length > 0)
        {
            Log.ResultsMissing(logger, call.Operation, results.Length - missing.Length, results.Length);
            var again = await AgainAsync(write, call, answer.Status, missing, cancellationToken).ConfigureAwait(false);
            foreach (var (at, result) in missing.Zip(again))
            {
                results[at] = result;
            }
        }

        return results!;
    }

    // False when the answer has no result at all.
    private static bool TryRead(ZohoAnswer answer, RecordWrite write, ZohoCall call, ZohoRecordResult?[] results)
    {
        ZohoElement?[] elements = [.. answer.Elements.Select(ZohoElement.Read)];
        var isByPlace = results.Length == 1
            || (elements.Length == results.Length && !elements.Index().Any(one => one.Item is { } element && IsMisplaced(element, one.Index, write)));
        var isAny = false;
        foreach (var (at, element) in elements.Index())
        {
            // A success that names no record is none that can be gone by; it must not cost the others theirs.
            if (element is null || (element.IsSuccess && element.Id is null && (!isByPlace || at >= results.Length || IdOf(write, at) is null)))
            {
                continue;
            }

            isAny = true;
            var place = isByPlace ? at : PlaceOf(element, write);
            if (place < results.Length && results[place] is null)
            {
                results[place] = ResultOf(write, call, answer.Status, element, write.Records[place]);
            }
        }

        return isAny;
    }

    // Which record a result says to be about; none when it does not say.
    private static int PlaceOf(ZohoElement element, RecordWrite write)
    {
        if (!element.IsSuccess && element.Index is { } index)
        {
            return index;
        }

        // A duplicate's id is that of the other record.
        return element.Code != "DUPLICATE_DATA" && element.Id is { } id
            && write.Records.Index().Where(record => IdOf(record.Item) == id).Take(2).ToList() is [var only]
                ? only.Index
                : int.MaxValue;
    }

    private static bool IsMisplaced(ZohoElement element, int at, RecordWrite write) =>
        element.IsSuccess
            ? IdOf(write.Records[at]) is { } id && element.Id is { } written && written != id
            : element.Index is { } index && index != at;

    // An answer without a word may say that the record is gone, or that somebody between here and Zoho answers everybody so: the record itself tells.
    private async Task<IReadOnlyList<ZohoRecordResult>> SilentAsync(
        RecordWrite write, ZohoCall call, int status, CancellationToken cancellationToken)
    {
        if (write.Records.Count > 1)
        {
            var half = write.Records.Count / 2;
            var first = await WriteAsync(write.Only(write.Records.Take(half)), cancellationToken).ConfigureAwait(false);
            return [.. first, .. await TryWriteAsync(write.Only(write.Records.Skip(half)), cancellationToken).ConfigureAwait(false)];
        }

        if (IdOf(write, 0) is { } id
            && await reader.GetAsync(write.Module, id, IdOnly, call.Priority, cancellationToken).ConfigureAwait(false) is null)
        {
            return [new ZohoRecordResult { Error = RefusedRecord.Gone(call, status), IsNotFound = true }];
        }

        throw ZohoErrors.Unreadable(call, status);
    }

    // What Zoho has said nothing about: together while that is fewer than before, by halves where it is all of them.
    private async Task<IReadOnlyList<ZohoRecordResult>> AgainAsync(
        RecordWrite write, ZohoCall call, int status, int[] missing, CancellationToken cancellationToken)
    {
        if (!write.IsRepeatable || write.Records.Count == 1)
        {
            return [.. missing.Select(_ => new ZohoRecordResult { Error = ZohoErrors.Unreadable(call, status) })];
        }

        var half = missing.Length == write.Records.Count ? missing.Length / 2 : missing.Length;
        var first = await TryWriteAsync(write.Only(missing[..half].Select(at => write.Records[at])), cancellationToken).ConfigureAwait(false);
        return half == missing.Length
            ? first
            : [.. first, .. await TryWriteAsync(write.Only(missing[half..].Select(at => write.Records[at])), cancellationToken).ConfigureAwait(false)];
    }

    // The others have their results, which must not be lost with these.
    private async Task<IReadOnlyList<ZohoRecordResult>> TryWriteAsync(RecordWrite write, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync(write, cancellationToken).ConfigureAwait(false);
        }
        catch (ZohoCrmException failure)
        {
            return [.. write.Records.Select(_ => new ZohoRecordResult { Error = failure.Copy() })];
        }
    }

    private static ZohoRecordResult WithoutResults(RecordWrite write, ZohoCall call, ZohoAnswer answer)
    {
        var bare = answer.Body is { } body ? ZohoElement.Read(body) : null;
        if (ZohoErrors.IsSilent(answer) || (answer.Status < 400 && bare is not { IsSuccess: false }))
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
        element.IsNoRecord
        || (element.Code == "INVALID_DATA"
            && (element.Field is null or "id" || (status == 404 && (record as JsonObject)?.ContainsKey(element.Field) != true))
            && (element.Field == "id" || element.Id is not null || element.Number("resource_path_index") is not null || status == 404));

    private static string? IdOf(RecordWrite write, int at) => write.Id ?? IdOf(write.Records[at]);

    private static string? IdOf(JsonNode record) =>
        record is JsonObject fields && fields["id"] is JsonValue id && id.GetValueKind() == JsonValueKind.String ? id.GetValue<string>() : null;
}
