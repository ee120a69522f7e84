using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>Checks the envelope of a write, runs each record, and gives the status that the mix of results has.</summary>
internal static class WriteBatch
{
    private const int Limit = 100;

    /// <param name="request">The request.</param>
    /// <param name="allDone">Status when each record succeeded: 201 for inserts, 200 for the rest.</param>
    /// <param name="write">Carries out one record: its index and value, giving an element of the answer.</param>
    public static SimResponse Run(SimRequest request, int allDone, Func<int, JsonObject, JsonObject> write)
    {
        if (request.Json is not JsonObject body)
        {
            return ZohoErrors.Bare(400, "INVALID_DATA", "body", new JsonObject { ["expected_data_type"] = "jsonobject" });
        }

        if (body["data"] is not JsonArray records)
        {
            return ZohoErrors.Bare(400, "MANDATORY_NOT_FOUND", "required field not found", new JsonObject { ["api_name"] = "data", ["json_path"] = "$.data" });
        }

        if (records.Count is 0 or > Limit)
        {
            return records.Count == 0
                ? ZohoErrors.Bare(400, "INVALID_DATA", "invalid data", new JsonObject { ["api_name"] = "data", ["json_path"] = "$.data" })
                : ZohoErrors.Bare(400, "LIMIT_EXCEEDED", "the limit of records is exceeded", new JsonObject { ["limit"] = Limit });
        }

        var results = new JsonArray();
        var failed = 0;
        var modified = 0;
        for (var i = 0; i < records.Count; i++)
        {
            var result = records[i] is JsonObject record
                ? write(i, record)
                : ZohoErrors.Element("INVALID_DATA", "invalid data", new JsonObject { ["expected_data_type"] = "jsonobject", ["json_path"] = $"$.data[{i}]" });
            failed += Wire.Text(result["status"]) == "success" ? 0 : 1;
            modified += Wire.Text(result["code"]) == "ALREADY_MODIFIED" ? 1 : 0;
            results.Add(result);
        }

        var status = failed == 0 ? allDone : failed < records.Count ? 207 : modified > 0 ? 412 : 400;
        return SimResponse.Json(status, new JsonObject { ["data"] = results });
    }

    public static JsonObject Success(string message, JsonObject details) => new()
    {
        ["code"] = Outcomes.Success,
        ["details"] = details,
        ["message"] = message,
        ["status"] = "success",
    };
}
