namespace SalesIntel.Zoho.Tests.Simulator;

public sealed class NoteAndTaskTests
{
    [Fact]
    public async Task A_note_is_written_listed_changed_and_deleted()
    {
        await using var sim = await SimulatorFixture.StartAsync();
        var lead = await sim.AddAsync("a@one.example");

        var written = await sim.PostAsync($"Leads/{lead}/Notes", """{"data":[{"Note_Title":"T","Note_Content":"C"}]}""");
        var note = written.Body!["data"]![0]!["details"]!["id"]!.ToString();
        var listed = await sim.GetAsync($"Leads/{lead}/Notes?fields=id,Note_Title,Parent_Id");

        Assert.Equal(201, written.Status);
        Assert.Equal(lead, listed.Body!["data"]![0]!["Parent_Id"]!["id"]!.ToString());
        Assert.Equal(200, (await sim.PutAsync("Notes/" + note, """{"data":[{"Note_Content":"D"}]}""")).Status);
        Assert.Equal(("T", "D", 2), (sim.State.Notes[0].Title, sim.State.Notes[0].Content, sim.State.Notes[0].Revision));
        Assert.Equal(200, (await sim.SendAsync(HttpMethod.Delete, "Notes/" + note, null)).Status);
        Assert.Equal(204, (await sim.GetAsync($"Leads/{lead}/Notes?fields=id")).Status);
    }

    [Fact]
    public async Task Notes_over_the_limits_or_without_parent_are_refused()
    {
        await using var sim = await SimulatorFixture.StartAsync();
        var lead = await sim.AddAsync("a@one.example");
        var parent = $$"""{"module":{"api_name":"Leads"},"id":"{{lead}}"}""";

        async Task<string> CodeAsync(string record) =>
            (await sim.PostAsync("Notes", $$"""{"data":[{{record}}]}""")).Body!["data"]![0]!["code"]!.ToString();

        Assert.Equal("SUCCESS", await CodeAsync($$"""{"Note_Title":"{{new string('t', 120)}}","Parent_Id":{{parent}} }"""));
        Assert.Equal("INVALID_DATA", await CodeAsync($$"""{"Note_Title":"{{new string('t', 121)}}","Parent_Id":{{parent}} }"""));
        Assert.Equal("INVALID_DATA", await CodeAsync($$"""{"Note_Content":"{{new string('c', 65536)}}","Parent_Id":{{parent}} }"""));
        Assert.Equal("MANDATORY_NOT_FOUND", await CodeAsync("""{"Note_Title":"T"}"""));
        Assert.Equal("INVALID_DATA", await CodeAsync($$"""{"Note_Title":"T","Parent_Id":"{{lead}}","se_module":"Leads"}"""));
        Assert.Equal("EXPECTED_FIELD_MISSING", await CodeAsync($$"""{"Parent_Id":{{parent}} }"""));
        Assert.Equal("REQUIRED_PARAM_MISSING", (await sim.GetAsync($"Leads/{lead}/Notes")).Body!["code"]!.ToString());
    }

    [Fact]
    public async Task A_task_needs_subject_and_module()
    {
        await using var sim = await SimulatorFixture.StartAsync();
        var lead = await sim.AddAsync("a@one.example");
        var what = $$"""{"id":"{{lead}}"}""";

        async Task<string> CodeAsync(string record) =>
            (await sim.PostAsync("Tasks", $$"""{"data":[{{record}}]}""")).Body!["data"]![0]!["code"]!.ToString();

        Assert.Equal("MANDATORY_NOT_FOUND", await CodeAsync($$"""{"What_Id":{{what}},"$se_module":"Leads"}"""));
        Assert.Equal("MANDATORY_NOT_FOUND", await CodeAsync($$"""{"Subject":"S","What_Id":{{what}} }"""));
        Assert.Equal("INVALID_DATA", await CodeAsync($$"""{"Subject":"S","Due_Date":"24.11.2026","What_Id":{{what}},"$se_module":"Leads"}"""));
        Assert.Equal("SUCCESS", await CodeAsync($$"""{"Subject":"S","Due_Date":"2026-11-24","What_Id":{{what}},"$se_module":"Leads"}"""));
        var task = Assert.Single(sim.State.Tasks);
        Assert.Equal((lead, "S"), (task.ParentId, task["Subject"]));
        Assert.Equal(200, (await sim.GetAsync($"Leads/{lead}/Tasks?fields=Subject")).Status);
        Assert.Equal(200, (await sim.PutAsync("Tasks/" + task.Id, """{"data":[{"Status":"Completed"}]}""")).Status);
    }
}
