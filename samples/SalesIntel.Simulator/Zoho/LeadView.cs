using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>A lead as an answer shows it.</summary>
internal static class LeadView
{
    /// <summary>So much of a text with formats stands in a list.</summary>
    public const int ListedText = 500;

    /// <param name="row">The lead.</param>
    /// <param name="fields">Its values: the current ones, or those in the index.</param>
    /// <param name="names">The wanted API names; <see langword="null"/> shows all.</param>
    public static JsonObject Of(LeadRow row, JsonObject fields, IReadOnlyList<string>? names)
    {
        var view = new JsonObject { ["id"] = row.Id };
        foreach (var name in names ?? [.. FieldCatalog.Leads.Select(field => field.ApiName)])
        {
            if (name != "id" && FieldCatalog.Find(name) is not null)
            {
                view[name] = Value(row, fields, name);
            }
        }

        return view;
    }

    /// <summary>As <see cref="Of"/>, with the beginning only of text with formats.</summary>
    public static JsonObject InList(LeadRow row, JsonObject fields, IReadOnlyList<string>? names, SimulatorOptions options)
    {
        var view = Of(row, fields, names);
        foreach (var name in options.RichTextFields)
        {
            if (Wire.Text(view[name]) is { Length: > ListedText } text)
            {
                view[name] = text[..ListedText];
            }
        }

        return view;
    }

    public static JsonNode? Value(LeadRow row, JsonObject fields, string name) => name switch
    {
        "id" => row.Id,
        "Created_Time" => Wire.Time(row.Created),
        "Modified_Time" => Wire.Time(row.Modified),
        "Converted__s" => row.IsConverted,
        "Converted_Date_Time" => row.ConvertedAt is { } time ? Wire.Time(time) : null,
        "Converted_Contact" => row.ContactId is { } id
            ? new JsonObject { ["id"] = id, ["name"] = fields["Last_Name"]?.DeepClone() }
            : null,
        "Converted_Account" or "Converted_Deal" => null,
        _ => fields[name]?.DeepClone(),
    };

    public static IReadOnlyList<string>? Names(string? list) =>
        string.IsNullOrWhiteSpace(list) ? null : list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Cuts a page out of the hits and wraps it; no hit is 204 without a body.</summary>
    public static SimResponse Page(SimRequest request, IReadOnlyList<JsonObject> hits)
    {
        var perPage = int.TryParse(request.Query("per_page"), out var size) ? Math.Clamp(size, 1, 200) : 200;
        var page = int.TryParse(request.Query("page"), out var number) ? Math.Max(number, 1) : 1;
        var shown = hits.Skip((page - 1) * perPage).Take(perPage).ToArray();
        if (shown.Length == 0)
        {
            return new SimResponse(204);
        }

        return SimResponse.Json(200, new JsonObject
        {
            ["data"] = new JsonArray([.. shown]),
            ["info"] = new JsonObject
            {
                ["per_page"] = perPage,
                ["count"] = shown.Length,
                ["page"] = page,
                ["more_records"] = hits.Count > page * perPage,
                ["sort_by"] = "id",
                ["sort_order"] = "desc",
            },
        });
    }
}
