using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>Tasks on leads and contacts.</summary>
internal sealed class TaskEndpoint(SimulatorOptions options, CrmDatabase crm)
{
    private static readonly FieldDefinition[] s_fields =
    [
        FieldDefinition.Text("Subject", 255) with { Mandatory = true },
        FieldDefinition.OfType("Due_Date", "date", 20),
        FieldDefinition.Choice("Status", "Not Started", "Deferred", "In Progress", "Completed", "Waiting for input"),
        FieldDefinition.Choice("Priority", "High", "Highest", "Low", "Lowest", "Normal"),
        FieldDefinition.Area("Description", 32000),
        new("Owner", "ownerlookup", "jsonobject", 120),
        new("Send_Notification_Email", "boolean", "boolean", 5),
    ];

    private static readonly string[] s_relations = ["What_Id", "Who_Id", "$se_module", "Remind_At", "Recurring_Activity", "id"];

    public SimResponse Insert(SimRequest request) => WriteBatch.Run(request, 201, (index, record) =>
    {
        var module = Wire.Text(record["$se_module"]);
        var parent = Wire.IdOf(record["What_Id"]) ?? Wire.IdOf(record["Who_Id"]);
        var error = CheckFields(record, index, isInsert: true) ?? CheckParent(record, index, module, parent);
        if (error is not null)
        {
            return Refused(request, "task.insert", parent, record, error);
        }

        var task = crm.AddTask(module, parent, Stored(record, []));
        return Done(request, "task.insert", task, record, "record added");
    });

    public SimResponse Update(SimRequest request, string? taskId) => WriteBatch.Run(request, 200, (index, record) =>
    {
        if (crm.FindTask(taskId ?? Wire.Text(record["id"]) ?? "") is not { } task)
        {
            return Refused(request, "task.update", null, record, ZohoErrors.BadId(index));
        }

        return CheckFields(record, index, isInsert: false) is { } error
            ? Refused(request, "task.update", task.ParentId, record, error)
            : Done(request, "task.update", crm.Save(task with { Fields = Stored(record, task.Fields) }), record, "record updated");
    });

    public SimResponse Get(SimRequest request, string id) => crm.FindTask(id) is { } task
        ? SimResponse.Json(200, new JsonObject { ["data"] = new JsonArray(View(task, LeadView.Names(request.Query("fields")))) })
        : new SimResponse(204);

    public SimResponse List(SimRequest request, string module, string parentId)
    {
        if (LeadView.Names(request.Query("fields")) is not { } names)
        {
            return ZohoErrors.MissingParameter("fields");
        }

        var hits = crm.Tasks.Where(task => task.ParentModule == module && task.ParentId == parentId).Reverse();
        return LeadView.Page(request, [.. hits.Select(task => View(task, names))]);
    }

    private JsonObject? CheckFields(JsonObject record, int index, bool isInsert)
    {
        foreach (var (name, value) in record)
        {
            if (Array.Find(s_fields, field => field.ApiName == name) is not { } field)
            {
                if (!s_relations.Contains(name))
                {
                    crm.IgnoredFields.Add("Tasks." + name);
                }
            }
            else if (FieldRules.Check(field, value, index) is { } error)
            {
                return error;
            }
        }

        return isInsert && !record.ContainsKey("Subject") ? ZohoErrors.Missing("Subject", index) : null;
    }

    private JsonObject? CheckParent(JsonObject record, int index, string? module, string? parent)
    {
        if (record["What_Id"] is null && record["Who_Id"] is null)
        {
            return null;
        }

        if (module is null)
        {
            return ZohoErrors.Missing("$se_module", index);
        }

        // What_Id belongs to leads, accounts and deals; a contact is reached by Who_Id.
        var name = record["What_Id"] is null ? "Who_Id" : "What_Id";
        return crm.Exists(module, parent) && (name == "Who_Id" || module == options.LeadsModule)
            ? null
            : ZohoErrors.Element("INVALID_DATA", "the related id given seems to be invalid", ZohoErrors.At([], name, index));
    }

    private static JsonObject Stored(JsonObject record, JsonObject before)
    {
        var fields = (JsonObject)before.DeepClone();
        foreach (var (name, value) in record.Where(field => Array.Exists(s_fields, known => known.ApiName == field.Key)))
        {
            fields[name] = value?.DeepClone();
        }

        return fields;
    }

    private JsonObject Done(SimRequest request, string kind, SimulatedTask task, JsonObject record, string message)
    {
        request.Writes.Add(new PendingWrite(
            kind, task.ParentId, crm.EmailOf(task.ParentId), [.. record.Select(field => field.Key)], Outcomes.Success, Committed: true));
        return WriteBatch.Success(message, new JsonObject { ["id"] = task.Id, ["Created_Time"] = Wire.Time(task.Created) });
    }

    private JsonObject Refused(SimRequest request, string kind, string? parentId, JsonObject record, JsonObject error)
    {
        request.Writes.Add(new PendingWrite(
            kind, parentId, crm.EmailOf(parentId), [.. record.Select(field => field.Key)], Wire.Text(error["code"])!, Committed: false));
        return error;
    }

    private static JsonObject View(SimulatedTask task, IReadOnlyList<string>? names)
    {
        var view = new JsonObject { ["id"] = task.Id };
        foreach (var name in (names ?? [.. s_fields.Select(field => field.ApiName), "Created_Time", "What_Id"]).Where(name => name != "id"))
        {
            view[name] = name switch
            {
                "Created_Time" => Wire.Time(task.Created),
                "What_Id" when task.ParentId is { } parent => new JsonObject { ["id"] = parent },
                "$se_module" => task.ParentModule,
                _ => task.Fields[name]?.DeepClone(),
            };
        }

        return view;
    }
}
