namespace SalesIntel.Zoho.Client;

/// <summary>The writes of notes.</summary>
internal static class NoteWrites
{
    /// <summary>The scopes that notes of leads need.</summary>
    public const string Scopes = "ZohoCRM.modules.notes.ALL and ZohoCRM.modules.leads.READ";

    /// <summary>Adds notes to records.</summary>
    public static RecordWrite Insert(IReadOnlyList<(ZohoParent Parent, ZohoNote Note)> notes) => new()
    {
        Method = HttpMethod.Post,
        Path = "Notes",
        Operation = notes.Count == 1 ? $"add a note to record {notes[0].Parent.Id} of {notes[0].Parent.Module}" : "add notes",
        Scopes = Scopes,
        Records = [.. notes.Select(one => RelatedBodies.NewNote(one.Parent, one.Note))],
        Action = ZohoWriteAction.Inserted,
        IsRepeatable = false,
    };

    /// <summary>Replaces what notes say. One is named by the address, several by their records.</summary>
    public static RecordWrite Update(IReadOnlyList<(string Id, ZohoNote Note)> notes)
    {
        var (id, first) = notes[0];
        var one = new RecordWrite
        {
            Method = HttpMethod.Put,
            Path = $"Notes/{ApiPath.Id(id)}",
            Operation = $"update note {id}",
            Scopes = Scopes,
            Records = [RelatedBodies.Note(first)],
            Id = id,
            Action = ZohoWriteAction.Updated,
            IsRepeatable = true,
        };
        return notes.Count == 1
            ? one
            : one with { Path = "Notes", Operation = "update notes", Id = null, Records = [.. notes.Select(WithId)] };

        static JsonObject WithId((string Id, ZohoNote Note) note)
        {
            var record = RelatedBodies.Note(note.Note);
            record["id"] = ApiPath.Id(note.Id);
            return record;
        }
    }
}
