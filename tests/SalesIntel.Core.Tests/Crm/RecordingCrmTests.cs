using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Core.Tests.Operations;
using SalesIntel.Crm;
using SalesIntel.Failures;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Crm;

/// <summary>The CRM of dry runs and previews.</summary>
public sealed class RecordingCrmTests
{
    private const string Ada = "ada@quill.example";
    private static readonly CrmNote Note = new("Title", "Text\nSalesIntel ref 1", "SalesIntel ref 1");
    private static readonly CrmTask FollowUpTask = new("Call", new DateOnly(2026, 11, 24), "Text\nSalesIntel ref 2", "SalesIntel ref 2");

    private readonly TestCrm real = new();
    private readonly RecordingCrm recording;

    public RecordingCrmTests() => recording = new RecordingCrm(real, failure => failure.Message);

    [Fact]
    public async Task New_lead_is_recorded_with_a_receipt_that_says_simulated_and_is_found_by_its_id_nowhere()
    {
        var receipt = await WriteAsync(null, (LeadFields.City, "Lund"));

        Assert.Equal((true, true, false), (receipt.IsSimulated, receipt.Created, receipt.Gone));
        Assert.True(RecordingCrm.IsNew(receipt.LeadId));
        var write = Assert.Single(recording.Take().Leads);
        Assert.Equal((receipt.LeadId, true), (write.LeadId, write.Creates!.Value));
        Assert.Equal(("city", "Lund", null, true), Of(Assert.Single(write.Fields)));
        Assert.Null(await recording.GetLeadAsync(receipt.LeadId, ["city"], default));
        Assert.Null(await recording.FindNoteAsync(receipt.LeadId, Note.Marker, default));
        Assert.Null(await recording.FindTaskAsync(receipt.LeadId, FollowUpTask.Marker, default));
        Assert.Empty(real.Calls);
    }

    [Fact]
    public async Task Write_to_a_lead_is_recorded_beside_what_the_CRM_holds_and_later_reads_show_it()
    {
        var id = real.Add(Ada, ("city", "Malmö"), ("industry", "Print"));

        var receipt = await WriteAsync(id, (LeadFields.City, "Lund"), (LeadFields.Industry, ""));

        Assert.Equal((id, true, false), (receipt.LeadId, receipt.IsSimulated, receipt.Created));
        var write = Assert.Single(recording.Take().Leads);
        Assert.Equal(false, write.Creates);
        Assert.Equal([("city", "Lund", "Malmö", true), ("industry", null, "Print", true)], write.Fields.Select(Of));
        Assert.Equal("""{"city":"Lund","industry":null}""", (await recording.GetLeadAsync(id, ["city", "industry"], default))!.Fields.ToJsonString());
        Assert.Equal("""{"city":"Lund"}""", Assert.Single(await recording.FindLeadsAsync([Ada], ["city"], default)).Fields.ToJsonString());
        Assert.Equal("Malmö", (string?)real.Leads[id]["city"]);
        Assert.DoesNotContain("write", real.Calls);
    }

    [Fact]
    public async Task Lead_that_is_gone_is_said_to_be_gone()
    {
        var receipt = await WriteAsync("4711", (LeadFields.City, "Lund"));

        Assert.Equal((true, true, ""), (receipt.Gone, receipt.IsSimulated, receipt.LeadId));
        Assert.Empty(recording.Take().Leads);
    }

    [Fact]
    public async Task Note_is_made_or_replaced_as_it_would_be_and_a_task_made()
    {
        var id = real.Add(Ada);
        var there = await real.CreateNoteAsync(id, Note, default);
        real.Calls.Clear();
        recording.Begin(id);

        Assert.True(await recording.UpdateNoteAsync(there, Note, default));
        real.RemoveNotes();
        Assert.False(await recording.UpdateNoteAsync(there, Note, default));
        var made = await recording.CreateNoteAsync(id, Note, default);
        Assert.True(await recording.UpdateNoteAsync(made, Note, default));
        await recording.CreateTaskAsync(id, FollowUpTask, default);

        var recorded = recording.Take();
        Assert.Equal([new RecordedNote(Note, true), new RecordedNote(Note, false), new RecordedNote(Note, true)], recorded.Notes);
        Assert.Equal([FollowUpTask], recorded.Tasks);
        Assert.All(real.Calls, call => Assert.Equal("find-note", call));
    }

    [Fact]
    public async Task CRM_that_does_not_answer_is_asked_once_and_what_only_it_could_tell_is_open()
    {
        real.Before = _ => throw OperatedPipeline.Away();
        Assert.Equal("", recording.NotAsked);

        Assert.Empty(await recording.FindLeadsAsync([Ada], [], default));
        Assert.Null(await recording.GetLeadAsync("4711", ["city"], default));
        var created = await WriteAsync(null, (LeadFields.City, "Lund"));
        var changed = await WriteAsync("4711", (LeadFields.City, "Lund"));

        Assert.Equal(("no answer", 1), (recording.NotAsked, real.Calls.Count));
        Assert.Equal((false, false), (created.Gone, changed.Gone));
        var writes = recording.Take().Leads;
        Assert.Equal([null, false], writes.Select(write => write.Creates));
        Assert.All(writes, write => Assert.False(Assert.Single(write.Fields).IsBeforeKnown));
    }

    [Fact]
    public async Task CRM_that_is_not_to_be_asked_is_not_and_that_is_told_only_where_it_mattered()
    {
        var silent = new RecordingCrm(real, failure => failure.Message, "not today");
        await silent.CreateNoteAsync("4711", Note, default);
        Assert.Equal("", silent.NotAsked);

        await silent.FindLeadsAsync([Ada], [], default);
        Assert.Equal("not today", silent.NotAsked);
        silent.Begin("");
        Assert.Equal("", silent.NotAsked);
        Assert.Empty(real.Calls);
    }

    [Fact]
    public async Task Call_that_is_cancelled_is_cancelled_and_not_taken_for_a_CRM_that_does_not_answer()
    {
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();
        real.Before = _ => throw new ProviderException("test", "cut-off", "cancelled");

        await Assert.ThrowsAnyAsync<Exception>(() => recording.FindLeadsAsync([Ada], [], ended.Token));

        Assert.True(recording.NotAsked.Length == 0);
    }

    private static (string Name, string? Value, string? Before, bool IsBeforeKnown) Of(RecordedField field) =>
        (field.Name, field.Value?.ToString(), field.Before?.ToString(), field.IsBeforeKnown);

    private Task<CrmLeadReceipt> WriteAsync(string? id, params (LeadField Field, string Value)[] values) => recording.WriteLeadAsync(
        new CrmLeadWrite
        {
            LeadId = id,
            Patch = new LeadPatch { Email = Ada, Fields = [.. values.Select(value => new PatchField(value.Field, value.Value, value.Field.Policy))] },
        },
        CancellationToken.None);
}
