using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>Reading one lead, search, and conversion.</summary>
internal sealed class LeadReads(SimulatorOptions options, CrmDatabase crm)
{
    private const int MaxText = 1_024;
    private const int MaxFields = 50;

    public SimResponse Get(SimRequest request, string id) => crm.Find(id) is { } row
        ? SimResponse.Json(200, new JsonObject
        {
            ["data"] = new JsonArray(LeadView.Of(row, row.Fields, LeadView.Names(request.Query("fields")))),
        })
        : new SimResponse(204);

    /// <summary>Leads by their ids, as the database has them; or all of them.</summary>
    public SimResponse List(SimRequest request)
    {
        if (LeadView.Names(request.Query("fields")) is not { } names)
        {
            return ZohoErrors.MissingParameter("fields");
        }

        if (request.Query("ids") is { Length: > MaxText } || request.Query("fields") is { Length: > MaxText } || names.Count > MaxFields)
        {
            return ZohoErrors.Bare(400, "LIMIT_EXCEEDED", "a parameter is too long", new JsonObject { ["param_name"] = "ids", ["limit"] = MaxText });
        }

        var converted = request.Query("converted") ?? "false";
        var ids = LeadView.Names(request.Query("ids"))?.ToHashSet(StringComparer.Ordinal);
        return LeadView.Page(request, [.. crm.Rows
            .Where(row => ids is null || ids.Contains(row.Id))
            .Where(row => converted == "both" || row.IsConverted == (converted == "true"))
            .Select(row => LeadView.InList(row, row.Fields, names, options))]);
    }

    /// <summary>Honours one of criteria, email, phone, word, in this order; sees what the index knows.</summary>
    public SimResponse Search(SimRequest request)
    {
        Func<JsonObject, bool> matches;
        if (request.Query("criteria") is { Length: > 0 } text)
        {
            if (text.Length > 3000 || SearchCriteria.Parse(text) is not { } criteria)
            {
                return ZohoErrors.Bare(400, "INVALID_QUERY", "Invalid query formed", new JsonObject { ["api_name"] = "criteria" });
            }

            matches = criteria;
        }
        else if (request.Query("email") is { Length: > 0 } email)
        {
            matches = AnyContains("email", email);
        }
        else if (request.Query("phone") is { Length: > 0 } phone)
        {
            matches = AnyContains("phone", phone);
        }
        else if (request.Query("word") is { Length: >= 2 } word)
        {
            var contains = SearchCriteria.ContainsAny(word);
            matches = fields => fields.Any(field => contains(Wire.Text(field.Value)));
        }
        else
        {
            return ZohoErrors.MissingParameter("criteria");
        }

        var converted = request.Query("converted") ?? "false";
        var names = LeadView.Names(request.Query("fields"));
        var hits = new List<JsonObject>();
        foreach (var row in crm.Rows)
        {
            if (converted != "both" && row.IsConverted != (converted == "true"))
            {
                continue;
            }

            if (row.AsIndexed(request.Now) is { } fields && matches(fields))
            {
                hits.Add(LeadView.InList(row, fields, names, options));
            }
        }

        hits.Reverse();
        return LeadView.Page(request, hits);
    }

    public SimResponse Convert(SimRequest request, string id)
    {
        if (crm.Find(id) is not { } row)
        {
            return SimResponse.Json(400, new JsonObject { ["data"] = new JsonArray(ZohoErrors.BadId(0)) });
        }

        if (row.IsConverted)
        {
            var details = new JsonObject { ["id"] = id };
            return SimResponse.Json(400, new JsonObject { ["data"] = new JsonArray(ZohoErrors.Element("ID_ALREADY_CONVERTED", "id already converted", details)) });
        }

        var contact = crm.Convert(row);
        request.Writes.Add(new PendingWrite("lead.convert", id, row.Email, [], Outcomes.Success, Committed: true));
        var created = new JsonObject { ["Contacts"] = new JsonObject { ["id"] = contact, ["name"] = row.Fields["Last_Name"]?.DeepClone() } };
        return SimResponse.Json(200, new JsonObject
        {
            ["data"] = new JsonArray(WriteBatch.Success("The record has been converted successfully", created)),
        });
    }

    private static Func<JsonObject, bool> AnyContains(string dataType, string text)
    {
        var contains = SearchCriteria.ContainsAny(text);
        return fields => fields.Any(field => FieldCatalog.Find(field.Key)?.DataType == dataType && contains(Wire.Text(field.Value)));
    }
}
