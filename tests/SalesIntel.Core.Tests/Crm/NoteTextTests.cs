using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Testing;

namespace SalesIntel.Core.Tests.Crm;

/// <summary>What CRMs say of a note's text, and how much of it they take.</summary>
public sealed class NoteTextTests
{
    private static readonly CrmNote Note = new("Title", "Text\nmark", "mark");

    [Fact]
    public async Task CRM_in_memory_shows_the_text_that_it_holds()
    {
        ICrm crm = new InMemoryCrm();
        var lead = await crm.WriteLeadAsync(new CrmLeadWrite { Patch = new LeadPatch { Email = "a@b.example", Fields = [] } }, CancellationToken.None);
        var id = await crm.CreateNoteAsync(lead.LeadId, Note, CancellationToken.None);
        await crm.UpdateNoteAsync(id, Note with { Content = "Mine" }, CancellationToken.None);

        Assert.Equal("Mine", await crm.GetNoteTextAsync(id, CancellationToken.None));
        Assert.Null(await crm.GetNoteTextAsync("none", CancellationToken.None));
        Assert.Equal(int.MaxValue, crm.MaxNoteLength);
    }

    [Fact]
    public async Task Recording_passes_the_question_on_and_knows_nothing_of_what_it_recorded_itself()
    {
        var real = new TestCrm();
        var id = await real.CreateNoteAsync("500", Note, CancellationToken.None);
        var recording = new RecordingCrm(real, _ => "away");

        Assert.Equal(Note.Content, await recording.GetNoteTextAsync(id, CancellationToken.None));
        Assert.Null(await recording.GetNoteTextAsync(await recording.CreateNoteAsync("500", Note, CancellationToken.None), CancellationToken.None));
    }
}
