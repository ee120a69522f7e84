using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary><c>POST /coql</c>.</summary>
internal sealed class Coql(SimulatorOptions options, CrmDatabase crm)
{
    public SimResponse Run(SimRequest request)
    {
        if (Wire.Text((request.Json as JsonObject)?["select_query"]) is not { } text)
        {
            return ZohoErrors.Bare(400, "MANDATORY_NOT_FOUND", "required field not found", new JsonObject { ["api_name"] = "select_query" });
        }

        if (CoqlQuery.Parse(text) is not { } query)
        {
            return ZohoErrors.Bare(400, "SYNTAX_ERROR", "error occurred while parsing the query");
        }

        if (query.Module != options.LeadsModule)
        {
            return ZohoErrors.Bare(400, "INVALID_QUERY", "the module name given seems to be invalid", new JsonObject { ["module"] = query.Module });
        }

        if (query.UnknownField is { } column)
        {
            return ZohoErrors.Bare(400, "INVALID_QUERY", "column given seems to be invalid", new JsonObject { ["column_name"] = column });
        }

        var hits = crm.Rows.Where(row => options.QueriesShowConverted || !row.IsConverted).Where(query.Where).Skip(query.Offset).ToArray();
        if (hits.Length == 0 || query.Limit == 0)
        {
            return new SimResponse(204);
        }

        var shown = hits.Take(query.Limit).Select(row => LeadView.InList(row, row.Fields, query.Columns, options)).ToArray();
        return SimResponse.Json(200, new JsonObject
        {
            ["data"] = new JsonArray([.. shown]),
            ["info"] = new JsonObject { ["count"] = shown.Length, ["more_records"] = hits.Length > shown.Length },
        });
    }
}
