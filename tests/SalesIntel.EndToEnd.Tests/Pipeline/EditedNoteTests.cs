using System.Text.Json.Nodes;
using SalesIntel.EndToEnd.Tests.Support;
using SalesIntel.Simulator;

namespace SalesIntel.EndToEnd.Tests.Pipeline;

/// <summary>What a person has made of a note stays, and what Zoho has made of it is no edit.</summary>
public sealed class EditedNoteTests
{
    private const string Ours = "sixty-day renewal notice confirmed by legal";

    [Fact]
    public async Task Note_that_a_person_has_edited_is_not_replaced_another_one_is_added()
    {
        await using var host = await RunningHost.StartAsync();
        await host.FinishedAsync((await host.SendAsync("readai", "meeting_end_full")).EventId);
        var state = host.Simulator.State;
        var first = Assert.Single(state.Notes);
        state.EditNote(first.Id, first.Content + "\nCalled back on Friday.");

        await host.FinishedAsync((await host.SendAsync("readai", "meeting_end_full_repush")).EventId);

        Assert.Equal(2, state.Notes.Count);
        Assert.EndsWith("Called back on Friday.", state.Notes[0].Content, StringComparison.Ordinal);
        Assert.DoesNotContain(Ours, state.Notes[0].Content, StringComparison.Ordinal);
        Assert.Contains(Ours, state.Notes[1].Content, StringComparison.Ordinal);
        Assert.Equal(first.ParentId, state.Notes[1].ParentId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Note_that_Zoho_took_in_another_form_is_replaced(bool refusesEmoji)
    {
        await using var host = await RunningHost.StartAsync(new SimulatorOptions { RefusesEmoji = refusesEmoji });
        await host.FinishedAsync(await host.SendAsync("readai", WithPictures("meeting_end_full")));
        var state = host.Simulator.State;
        var first = Assert.Single(state.Notes);
        Assert.Equal(!refusesEmoji, first.Content!.Contains("\U0001F680 \u2602", StringComparison.Ordinal));

        // As a browser stores what is saved without a change.
        state.EditNote(first.Id, first.Content.ReplaceLineEndings("\r\n") + " ");
        await host.FinishedAsync(await host.SendAsync("readai", WithPictures("meeting_end_full_repush")));

        var second = Assert.Single(state.Notes);
        Assert.Equal(first.Id, second.Id);
        Assert.Contains(Ours, second.Content, StringComparison.Ordinal);
    }

    private static JsonObject WithPictures(string file)
    {
        var meeting = RunningHost.Fixture("readai", file);
        meeting["title"] = "Product demo \U0001F680";
        meeting["summary"] = "Launch \U0001F680 \u2602. " + meeting["summary"];
        return meeting;
    }
}
