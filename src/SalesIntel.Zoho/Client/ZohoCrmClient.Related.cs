using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace SalesIntel.Zoho.Client;

/// <content>Notes, tasks, conversion.</content>
public sealed partial class ZohoCrmClient
{
    /// <summary>Adds a note to a record.</summary>
    /// <returns>The note's id.</returns>
    /// <exception cref="ZohoCrmException">It was refused, or its outcome is not known.</exception>
    public Task<string> AddNoteAsync(ZohoParent parent, ZohoNote note, CancellationToken cancellationToken = default) =>
        AddNoteAsync(parent, note, ZohoPriority.Normal, cancellationToken);

    /// <summary>Adds up to <see cref="MaxBatch"/> notes, to the same record or to different ones, with one call.</summary>
    /// <returns>One result for each note, in their order; what Zoho has refused is a result, too.</returns>
    public Task<IReadOnlyList<ZohoRecordResult>> AddNotesAsync(
        IReadOnlyList<(ZohoParent Parent, ZohoNote Note)> notes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notes);
        return notes.Count == 0
            ? Task.FromResult<IReadOnlyList<ZohoRecordResult>>([])
            : _writer.WriteAsync(NoteWrites.Insert(notes), cancellationToken);
    }

    /// <summary>Replaces a note's title and text.</summary>
    /// <returns>False when there is no such note.</returns>
    /// <exception cref="ZohoCrmException">It was refused.</exception>
    public Task<bool> UpdateNoteAsync(string id, ZohoNote note, CancellationToken cancellationToken = default) =>
        UpdateNoteAsync(id, note, ZohoPriority.Normal, cancellationToken);

    /// <summary>Reads a note from the database itself, with its whole text,
    /// https://www.zoho.com/crm/developer/docs/api/v8/get-notes.html.</summary>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="ZohoCrmException">It was refused.</exception>
    public Task<ZohoNote?> GetNoteAsync(string id, CancellationToken cancellationToken = default) =>
        GetNoteAsync(id, ZohoPriority.Normal, cancellationToken);

    /// <summary>The notes of a record, page by page as they are asked for. Zoho promises no order.</summary>
    public async IAsyncEnumerable<ZohoNote> ListNotesAsync(
        ZohoParent parent, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string[] fields = ["id", .. NoteReads.Fields];
        await foreach (var row in RelatedAsync(parent, "Notes", fields, NoteWrites.Scopes, int.MaxValue, default, cancellationToken).ConfigureAwait(false))
        {
            yield return NoteReads.Note(ZohoElement.Text(row, "id"), name => ZohoElement.Text(row, name));
        }
    }

    /// <summary>Reads a list that belongs to a record (tasks, attachments, emails), page by page as it is asked for,
    /// https://www.zoho.com/crm/developer/docs/api/v8/get-related-records.html.</summary>
    /// <param name="parent">The record.</param>
    /// <param name="list">API name of the list, e.g. <c>Tasks</c>.</param>
    /// <param name="fields">API names of the fields, at most 50 with 1,024 characters together.</param>
    /// <param name="type">How the rows are read.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public IAsyncEnumerable<T> ListRelatedAsync<T>(
        ZohoParent parent, string list, IReadOnlyCollection<string> fields, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class
    {
        var scopes = $"ZohoCRM.modules.{ApiPath.Module(list).ToLowerInvariant()}.READ";
        return Typed(RelatedAsync(parent, list, OneRead(fields), scopes, int.MaxValue, default, cancellationToken), type);
    }

    /// <summary>Adds a task to a record.</summary>
    /// <returns>The task's id.</returns>
    /// <exception cref="ZohoCrmException">It was refused, or its outcome is not known.</exception>
    public async Task<string> AddTaskAsync(
        ZohoParent parent, ZohoTask task, ZohoWriteSettings? settings = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(task);
        var result = await TryAddTaskAsync(parent, RelatedBodies.Task(parent, task), settings, cancellationToken).ConfigureAwait(false);
        return result.EnsureSuccess().Id!;
    }

    /// <summary>Makes a contact, an account and, if wanted, a deal of a lead (5 credits),
    /// https://www.zoho.com/crm/developer/docs/api/v8/convert-lead.html.</summary>
    /// <param name="leadId">The lead's id.</param>
    /// <param name="conversion">How; null = Zoho's defaults, without a deal.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ZohoCrmException">It was refused, e.g. because it has been converted already (<c>CONVERTED_RECORD</c>).</exception>
    public async Task<ZohoConvertedLead> ConvertLeadAsync(
        string leadId, ZohoConversion? conversion = null, CancellationToken cancellationToken = default)
    {
        var call = new ZohoCall
        {
            Method = HttpMethod.Post,
            Path = $"Leads/{ApiPath.Id(leadId)}/actions/convert",
            Operation = $"convert lead {leadId}",
            Scopes = "ZohoCRM.modules.ALL",
            Body = WriteBody.Of([(conversion ?? new ZohoConversion()).ToJson()], null, isUpsert: false),
            Records = 1,
        };
        var answer = await _transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return answer.Result switch
        {
            { IsSuccess: true } done => ZohoConvertedLead.Of(done.Details),
            { } refused => throw ZohoErrors.Refused(call, answer, refused),
            _ when answer.Status >= 400 => throw ZohoErrors.Refused(call, answer, null),
            _ => throw ZohoErrors.Unreadable(call, answer.Status),
        };
    }

    /// <summary>As the public one.</summary>
    internal async Task<string> AddNoteAsync(ZohoParent parent, ZohoNote note, ZohoPriority priority, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(note);
        var target = new ZohoParent(ApiPath.Module(parent.Module), ApiPath.Id(parent.Id));
        var result = await _batches.NewNotes.SendAsync(new(target, note), priority, cancellationToken).ConfigureAwait(false);
        return result.EnsureSuccess().Id!;
    }

    /// <summary>As the public one.</summary>
    internal async Task<bool> UpdateNoteAsync(string id, ZohoNote note, ZohoPriority priority, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(note);
        var result = await _batches.Notes.SendAsync(new(ApiPath.Id(id), note), priority, cancellationToken).ConfigureAwait(false);
        return !result.IsNotFound && result.EnsureSuccess().IsSuccess;
    }

    /// <summary>As the public one.</summary>
    internal async Task<ZohoNote?> GetNoteAsync(string id, ZohoPriority priority, CancellationToken cancellationToken) =>
        await _reader.GetAsync("Notes", id, NoteReads.Fields, priority, cancellationToken).ConfigureAwait(false) is { } record
            ? NoteReads.Note(id, name => record[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null)
            : null;

    /// <summary>Adds a task as it is written by hand; what Zoho has refused is a result and no exception.</summary>
    internal async Task<ZohoRecordResult> TryAddTaskAsync(
        ZohoParent parent, JsonObject task, ZohoWriteSettings? settings, CancellationToken cancellationToken) =>
        (await _writer.WriteAsync(
            new RecordWrite
            {
                Method = HttpMethod.Post,
                Path = "Tasks",
                Operation = $"add a task to record {parent.Id} of {parent.Module}",
                Scopes = "ZohoCRM.modules.tasks.ALL and ZohoCRM.modules.leads.READ",
                Records = [task],
                Settings = settings,
                Action = ZohoWriteAction.Inserted,
                IsRepeatable = false,
            },
            cancellationToken).ConfigureAwait(false))[0];

    /// <summary>The rows of a list that belongs to a record, the newest first as far as Zoho does so.</summary>
    internal IAsyncEnumerable<JsonElement> RelatedAsync(
        ZohoParent parent,
        string list,
        IReadOnlyCollection<string> fields,
        string scopes,
        int mostPages,
        ZohoPriority priority,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parent);
        var path = $"{ApiPath.Module(parent.Module)}/{ApiPath.Id(parent.Id)}/{list}?fields={ApiPath.Fields(fields)}"
            + "&sort_by=Created_Time&sort_order=desc";
        return _reader.RowsAsync(
            page => RecordReader.Read(parent.Module, "", $"{path}&{page}") with
            {
                Operation = $"list the {list} of record {parent.Id}", Scopes = scopes, Priority = priority,
            },
            mostPages,
            cancellationToken);
    }
}
