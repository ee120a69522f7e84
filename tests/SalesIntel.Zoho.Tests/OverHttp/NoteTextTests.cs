using System.Text.Json.Nodes;
using SalesIntel.Crm;
using SalesIntel.Simulator;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Tests.OverHttp;

/// <summary>Notes as Zoho holds them at that moment.</summary>
public sealed class NoteTextTests
{
    [Theory]
    [InlineData("Leads")]
    [InlineData("Contacts")]
    public async Task Text_of_a_note_is_what_a_person_has_made_of_it_whole_and_none_when_the_note_is_gone(string module)
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server);
        var fields = new JsonObject { ["Last_Name"] = "Quill" };
        var lead = module == "Leads" ? server.State.AddLead(fields) : "Contacts/" + server.State.AddContact(fields);
        var text = string.Concat(Enumerable.Repeat("Ümlaut & <b>\"quotes\"</b>\n", 1_000)) + "M1";
        var id = await zoho.Crm.CreateNoteAsync(lead, new CrmNote("T", text, "M1"), default);
        Assert.Equal(text, await zoho.Crm.GetNoteTextAsync(id, default));

        server.State.EditNote(id, "Mine\nM1");
        Assert.Equal("Mine\nM1", await zoho.Crm.InBackground().GetNoteTextAsync(id, default));
        Assert.Equal(("T", "Mine\nM1"), await zoho.Client.GetNoteAsync(id) is { } note ? (note.Title, note.Content) : default);

        Assert.True(await zoho.Client.DeleteAsync("Notes", id));
        Assert.Null(await zoho.Crm.GetNoteTextAsync(id, default));
        Assert.Null(await zoho.Client.GetNoteAsync(id));
    }
}
