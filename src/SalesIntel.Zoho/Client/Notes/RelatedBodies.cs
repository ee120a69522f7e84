namespace SalesIntel.Zoho.Client;

/// <summary>The JSON of notes and tasks.</summary>
internal static class RelatedBodies
{
    /// <summary>A new note. The parent is sent although the address could name it: Zoho's pages call it mandatory in both forms.</summary>
    public static JsonObject NewNote(ZohoParent parent, ZohoNote note)
    {
        var record = Note(note);
        record["Parent_Id"] = new JsonObject
        {
            ["module"] = new JsonObject { ["api_name"] = ApiPath.Module(parent.Module) },
            ["id"] = ApiPath.Id(parent.Id),
        };
        return record;
    }

    /// <summary>What a note says.</summary>
    public static JsonObject Note(ZohoNote note)
    {
        var record = new JsonObject();
        Set(record, "Note_Title", note.Title);
        Set(record, "Note_Content", note.Content);
        return record;
    }

    /// <summary>A new task. A contact is named by <c>Who_Id</c>, every other record by <c>What_Id</c> together with <c>$se_module</c>, without
    /// which Zoho loses the relation.</summary>
    public static JsonObject Task(ZohoParent parent, ZohoTask task)
    {
        var record = new JsonObject();
        Set(record, "Subject", task.Subject);
        Set(record, "Due_Date", task.DueDate is { } day ? TimeText.Day(day) : null);
        Set(record, "Description", task.Description);
        Set(record, "Status", task.Status);
        Set(record, "Priority", task.Priority);
        record[parent.Module == "Contacts" ? "Who_Id" : "What_Id"] = new JsonObject { ["id"] = ApiPath.Id(parent.Id) };
        record["$se_module"] = ApiPath.Module(parent.Module);
        if (!string.IsNullOrEmpty(task.OwnerId))
        {
            record["Owner"] = new JsonObject { ["id"] = task.OwnerId };
        }

        return record;
    }

    private static void Set(JsonObject record, string name, string? value)
    {
        if (value is not null)
        {
            record[name] = value;
        }
    }
}
