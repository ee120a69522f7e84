using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>Reading, searching and updating contacts.</summary>
internal sealed class ContactEndpoint(CrmDatabase crm)
{
    public SimResponse Get(SimRequest request, string id) => crm.FindContact(id) is { } row
        ? SimResponse.Json(200, new JsonObject { ["data"] = new JsonArray(View(row, LeadView.Names(request.Query("fields")))) })
        : new SimResponse(204);

    /// <summary>Contacts by their ids, or all of them.</summary>
    public SimResponse List(SimRequest request)
    {
        if (LeadView.Names(request.Query("fields")) is not { } names)
        {
            return ZohoErrors.MissingParameter("fields");
        }

        var ids = LeadView.Names(request.Query("ids"));
        return LeadView.Page(request, [.. crm.Contacts.Where(row => ids is null || ids.Contains(row.Id)).Select(row => View(row, names))]);
    }

    public SimResponse Search(SimRequest request)
    {
        var criteria = request.Query("criteria") is { Length: > 0 } text ? SearchCriteria.Parse(text) : null;
        var email = request.Query("email");
        if (criteria is null && string.IsNullOrEmpty(email))
        {
            return ZohoErrors.MissingParameter("criteria");
        }

        var names = LeadView.Names(request.Query("fields"));
        var contains = SearchCriteria.ContainsAny(email ?? "");
        return LeadView.Page(request, [.. crm.Contacts
            .Where(row => criteria?.Invoke(row.Fields) ?? contains(row.Email))
            .Select(row => View(row, names))]);
    }

    public SimResponse Update(SimRequest request, string? id) => WriteBatch.Run(request, 200, (index, record) =>
    {
        var contactId = id ?? Wire.Text(record["id"]);
        string[] names = [.. record.Select(field => field.Key)];
        if (crm.FindContact(contactId) is not { } row)
        {
            request.Writes.Add(new PendingWrite("contact.update", contactId, null, names, "INVALID_DATA", Committed: false));
            return ZohoErrors.BadId(index);
        }

        foreach (var (name, value) in record.Where(field => field.Key != "id"))
        {
            if (FieldCatalog.FindOfContact(name) is null)
            {
                crm.IgnoredFields.Add($"Contacts.{name}");
            }
            else
            {
                row.Fields[name] = value?.DeepClone();
            }
        }

        request.Writes.Add(new PendingWrite("contact.update", row.Id, row.Email, names, Outcomes.Success, Committed: true));
        return WriteBatch.Success("record updated", new JsonObject { ["id"] = row.Id });
    });

    private static JsonObject View(ContactRow row, IReadOnlyList<string>? names)
    {
        var view = new JsonObject { ["id"] = row.Id };
        foreach (var name in (names ?? [.. row.Fields.Select(field => field.Key)]).Where(name => FieldCatalog.FindOfContact(name) is not null))
        {
            view[name] = row.Fields[name]?.DeepClone();
        }

        return view;
    }
}
