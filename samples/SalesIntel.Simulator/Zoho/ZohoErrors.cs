using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>Zoho's two error shapes: a bare object, and an element of <c>data[]</c>.</summary>
internal static class ZohoErrors
{
    public static SimResponse Bare(int status, string code, string message, JsonObject? details = null) =>
        SimResponse.Json(status, Element(code, message, details)) with { Outcome = code };

    public static SimResponse InvalidToken() => Bare(401, "INVALID_TOKEN", "invalid oauth token");

    public static SimResponse InvalidUrl() =>
        Bare(404, "INVALID_URL_PATTERN", "Please check if the URL trying to access is a correct one");

    public static SimResponse MissingParameter(string name) =>
        Bare(400, "REQUIRED_PARAM_MISSING", "One of the expected parameter is missing", new JsonObject { ["param_name"] = name });

    public static JsonObject Element(string code, string message, JsonObject? details = null) => new()
    {
        ["code"] = code,
        ["details"] = details ?? [],
        ["message"] = message,
        ["status"] = "error",
    };

    public static JsonObject InvalidData(string apiName, int index, string? key = null, JsonNode? value = null)
    {
        var details = new JsonObject();
        if (key is not null)
        {
            details[key] = value;
        }

        return Element("INVALID_DATA", "invalid data", At(details, apiName, index));
    }

    public static JsonObject Missing(string apiName, int index) =>
        Element("MANDATORY_NOT_FOUND", "required field not found", At([], apiName, index));

    public static JsonObject BadId(int index) =>
        Element("INVALID_DATA", "the id given seems to be invalid", At([], "id", index));

    public static JsonObject At(JsonObject details, string apiName, int index)
    {
        details["api_name"] = apiName;
        details["json_path"] = $"$.data[{index}].{apiName}";
        return details;
    }
}
