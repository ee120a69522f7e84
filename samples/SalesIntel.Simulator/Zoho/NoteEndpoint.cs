using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>Notes on leads and contacts.</summary>
internal sealed class NoteEndpoint(SimulatorOptions options, CrmDatabase crm)
{
    private const int MaxTitle = 120;
    private const int MaxContent = 65535;

    /// <param name="request">The request.</param>
    /// <param name="module">Module in the URL; <see langword="null"/> takes it from each record's Parent_Id.</param>
    /// <param name="parentId">Record in the URL.</param>
    public SimResponse Insert(SimRequest request, string? module, string? parentId) => WriteBatch.Run(request, 201, (index, record) =>
    {
        var (parentModule, id) = module is not null ? (module, parentId) : ParentOf(record);
        var error = CheckParent(record, index, module is null, parentModule, id) ?? CheckText(record, index, isInsert: true);
        if (error is not null)
        {
            return Refused(request, "note.insert", id, record, error);
        }

        var note = crm.AddNote(parentModule!, id!, Wire.Text(record["Note_Title"]), Wire.Text(record["Note_Content"]));
        return Done(request, "note.insert", note, record, "record added");
    });

    public SimResponse Update(SimRequest request, string? noteId) => WriteBatch.Run(request, 200, (index, record) =>
    {
        if (crm.FindNote(noteId ?? Wire.Text(record["id"]) ?? "") is not { } note)
        {
            return Refused(request, "note.update", null, record, ZohoErrors.BadId(index));
        }

        if (CheckText(record, index, isInsert: false) is { } error)
        {
            return Refused(request, "note.update", note.ParentId, record, error);
        }

        var saved = crm.Save(note with
        {
            Title = record.ContainsKey("Note_Title") ? Wire.Text(record["Note_Title"]) : note.Title,
            Content = record.ContainsKey("Note_Content") ? Wire.Text(record["Note_Content"]) : note.Content,
        });
        return Done(request, "note.update", saved, record, "record updated");
    });

    public SimResponse Delete(SimRequest request, string ids)
    {
        var results = new JsonArray();
        var failed = 0;
        foreach (var (index, id) in ids.Split(',').Index())
        {
            var note = crm.FindNote(id);
            failed += crm.DeleteNote(id) ? 0 : 1;
            request.Writes.Add(new PendingWrite(
                "note.delete", note?.ParentId, crm.EmailOf(note?.ParentId), [], note is null ? "INVALID_DATA" : Outcomes.Success, note is not null));
            results.Add(note is null ? ZohoErrors.BadId(index) : WriteBatch.Success("record deleted", new JsonObject { ["id"] = id }));
        }

        var status = failed == 0 ? 200 : failed < results.Count ? 207 : 400;
        return SimResponse.Json(status, new JsonObject { ["data"] = results });
    }

    public SimResponse Get(SimRequest request, string id) => crm.FindNote(id) is { } note
        ? SimResponse.Json(200, new JsonObject
        {
            ["data"] = new JsonArray(View(note, LeadView.Names(request.Query("fields")) ?? ["Note_Title", "Note_Content", "Created_Time"])),
        })
        : new SimResponse(204);

    public SimResponse List(SimRequest request, string module, string parentId)
    {
        if (LeadView.Names(request.Query("fields")) is not { } names)
        {
            return ZohoErrors.MissingParameter("fields");
        }

        var hits = crm.Notes.Where(note => note.ParentModule == module && note.ParentId == parentId).Reverse();
        return LeadView.Page(request, [.. hits.Select(note => View(InList(note), names))]);
    }

    private SimulatedNote InList(SimulatedNote note) =>
        options.RichTextFields.Contains("Note_Content") && note.Content is { Length: > LeadView.ListedText } text
            ? note with { Content = text[..LeadView.ListedText] }
            : note;

    private static (string? Module, string? Id) ParentOf(JsonObject record) => record["Parent_Id"] is JsonObject parent
        ? (Wire.Text((parent["module"] as JsonObject)?["api_name"]), Wire.Text(parent["id"]))
        : (null, null);

    private JsonObject? CheckParent(JsonObject record, int index, bool inRecord, string? module, string? id)
    {
        if (inRecord && record["Parent_Id"] is null)
        {
            return ZohoErrors.Missing("Parent_Id", index);
        }

        // The flat form ("Parent_Id": "id" with se_module) ended with v5.
        if (inRecord && (module is null || id is null))
        {
            return ZohoErrors.InvalidData("Parent_Id", index, "expected_data_type", "jsonobject");
        }

        return crm.Exists(module!, id)
            ? null
            : ZohoErrors.Element("INVALID_DATA", "the related id given seems to be invalid", ZohoErrors.At([], "Parent_Id", index));
    }

    private JsonObject? CheckText(JsonObject record, int index, bool isInsert)
    {
        var (title, content) = (record["Note_Title"], record["Note_Content"]);
        if (isInsert && string.IsNullOrEmpty(Wire.Text(title)) && string.IsNullOrEmpty(Wire.Text(content)))
        {
            return ZohoErrors.Element("EXPECTED_FIELD_MISSING", "one of the expected fields is missing", new JsonObject
            {
                ["expected_fields"] = new JsonArray(
                    ZohoErrors.At([], "Note_Title", index), ZohoErrors.At([], "Note_Content", index)),
            });
        }

        return Check("Note_Title", title, MaxTitle, index) ?? Check("Note_Content", content, MaxContent, index);
    }

    private JsonObject? Check(string name, JsonNode? value, int limit, int index)
    {
        if (value is not null && !Wire.IsText(value))
        {
            return ZohoErrors.InvalidData(name, index, "expected_data_type", "textarea");
        }

        if (options.RefusesEmoji && Wire.Text(value)?.Any(char.IsSurrogate) == true)
        {
            return ZohoErrors.InvalidData(name, index, "expected_data_type", "textarea");
        }

        return Wire.Text(value)?.Length > limit ? ZohoErrors.InvalidData(name, index, "maximum_length", limit) : null;
    }

    private JsonObject Done(SimRequest request, string kind, SimulatedNote note, JsonObject record, string message)
    {
        request.Writes.Add(new PendingWrite(
            kind, note.ParentId, crm.EmailOf(note.ParentId), [.. record.Select(field => field.Key)], Outcomes.Success, Committed: true));
        return WriteBatch.Success(message, new JsonObject
        {
            ["id"] = note.Id,
            ["Created_Time"] = Wire.Time(note.Created),
            ["Modified_Time"] = Wire.Time(note.Modified),
        });
    }

    private JsonObject Refused(SimRequest request, string kind, string? parentId, JsonObject record, JsonObject error)
    {
        request.Writes.Add(new PendingWrite(
            kind, parentId, crm.EmailOf(parentId), [.. record.Select(field => field.Key)], Wire.Text(error["code"])!, Committed: false));
        return error;
    }

    private static JsonObject View(SimulatedNote note, IReadOnlyList<string> names)
    {
        var view = new JsonObject { ["id"] = note.Id };
        foreach (var name in names.Where(name => name != "id"))
        {
            view[name] = name switch
            {
                "Note_Title" => note.Title,
                "Note_Content" => note.Content,
                "Created_Time" => Wire.Time(note.Created),
                "Modified_Time" => Wire.Time(note.Modified),
                "Parent_Id" => new JsonObject { ["id"] = note.ParentId, ["module"] = new JsonObject { ["api_name"] = note.ParentModule } },
                _ => null,
            };
        }

        return view;
    }
}
