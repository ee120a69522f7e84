using System.Text.Json.Nodes;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Failures;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Crm;

/// <summary>How a value gets along with what the CRM holds, policy by policy.</summary>
public sealed class WritePolicyTests
{
    private static readonly LeadField Owned = new("owned") { Policy = WritePolicy.Own };
    private static readonly LeadField Preserved = new("preserved") { Policy = WritePolicy.PreserveUserEdits };
    private static readonly LeadField Filled = new("filled") { Policy = WritePolicy.FillIfEmpty };
    private static readonly LeadField Log = new("log") { Policy = WritePolicy.AppendDated };

    private readonly SynchronizedLead ada = new(Owned, Preserved, Filled, Log);

    [Fact]
    public async Task Person_has_entered_something_before_us()
    {
        ada.Crm.Add(SynchronizedLead.Ada, ("owned", "theirs"), ("preserved", "theirs"), ("filled", "theirs"), ("log", "theirs"));

        var result = await ada.WriteAsync((Owned, "new"), (Preserved, "new"), (Filled, "new"), (Log, "new"));

        AssertShown("new", "theirs", "theirs", "theirs\n2026-11-01: new");
        Assert.Equal(["email", "owned", "log"], result.Sent);
    }

    [Fact]
    public async Task Person_changes_what_we_wrote_and_we_know_something_new()
    {
        await ada.WriteAsync((Owned, "old"), (Preserved, "old"), (Filled, "old"), (Log, "old"));
        AssertShown("old", "old", "old", "2026-11-01: old");
        (ada.Shown["owned"], ada.Shown["preserved"], ada.Shown["filled"]) = ("edited", "edited", "edited");
        ada.Shown["log"] = "2026-11-01: old\nHe called. ";
        ada.Time.Advance(TimeSpan.FromDays(22));

        await ada.WriteAsync((Owned, "new"), (Preserved, "new"), (Filled, "new"), (Log, "new"));

        AssertShown("new", "edited", "edited", "2026-11-01: old\nHe called.\n2026-11-23: new");
    }

    [Fact]
    public async Task We_know_something_new_and_nobody_touched_it()
    {
        await ada.WriteAsync((Owned, "old"), (Preserved, "old"), (Filled, "old"), (Log, "old"));
        ada.Crm.Calls.Clear();

        var result = await ada.WriteAsync((Owned, "new"), (Preserved, "new"), (Filled, "new"), (Log, "new"));

        AssertShown("new", "new", "old", "2026-11-01: old\n2026-11-01: new");
        Assert.Equal(["owned", "preserved", "log"], result.Sent);
        Assert.Equal(["get", "write"], ada.Crm.Calls);
    }

    [Fact]
    public async Task Nothing_is_known_any_more()
    {
        await ada.WriteAsync((Owned, "old"), (Preserved, "old"), (Filled, "old"), (Log, "old"));

        await ada.WriteAsync((Owned, ""), (Preserved, ""), (Filled, ""), (Log, ""));

        AssertShown(null, null, "old", "2026-11-01: old");
    }

    [Fact]
    public async Task Person_empties_what_we_wrote()
    {
        await ada.WriteAsync((Owned, "old"), (Preserved, "old"), (Filled, "old"), (Log, "old"));
        foreach (var field in (string[])["owned", "preserved", "filled", "log"])
        {
            ada.Shown[field] = null;
        }

        await ada.WriteAsync((Owned, "new"), (Preserved, "new"), (Filled, "new"), (Log, "new"));

        AssertShown("new", "new", null, "2026-11-01: new");
    }

    [Fact]
    public async Task Same_again_is_no_call_whatever_the_policy()
    {
        await ada.WriteAsync((Owned, "old"), (Preserved, "old"), (Filled, "old"), (Log, "old"));
        ada.Crm.Calls.Clear();
        ada.Time.Advance(TimeSpan.FromDays(1));

        await ada.WriteAsync((Owned, "old"), (Preserved, "old"), (Filled, "old"), (Log, "old"));

        Assert.Empty(ada.Crm.Calls);
    }

    [Fact]
    public async Task Write_whose_answer_was_lost_is_repeated_without_a_second_entry_and_is_then_known()
    {
        ada.LoseAnswers();
        await Assert.ThrowsAsync<ProviderException>(() => ada.WriteAsync((Owned, "old"), (Preserved, "old"), (Filled, "old"), (Log, "old\r\nlines")));
        ada.Heal();
        ada.Time.Advance(TimeSpan.FromDays(1));
        ada.Shown["log"] = ada.Shown["log"]!.ToString().ReplaceLineEndings("\n") + "\nHe called.";

        var again = await ada.WriteAsync((Owned, "old"), (Preserved, "old"), (Filled, "old"), (Log, "old\r\nlines"));

        AssertShown("old", "old", "old", "2026-11-01: old\nlines\nHe called.");
        Assert.Equal(["email", "owned", "preserved"], again.Sent);
        Assert.Empty(again.OtherForms);
        ada.Crm.Calls.Clear();
        await ada.WriteAsync((Owned, "old"), (Preserved, "old"), (Filled, "other"), (Log, "old\r\nlines"));
        Assert.Empty(ada.Crm.Calls);
    }

    [Theory]
    [InlineData("one line")]
    [InlineData("formats")]
    [InlineData("no pictures")]
    [InlineData("other blanks")]
    public async Task Entry_whose_answer_was_lost_is_known_in_the_form_that_the_CRM_gave_it(string form)
    {
        ada.Crm.Take = (field, value) => (true, field == "log" ? Formed(form, value!.ToString()) : value);
        await ada.WriteAsync((Log, "first"));
        ada.Time.Advance(TimeSpan.FromDays(1));
        ada.LoseAnswers();
        await Assert.ThrowsAsync<ProviderException>(() => ada.WriteAsync((Log, "in two\nlines \U0001F389")));
        ada.Heal();
        var shown = ada.Shown["log"]!.ToString();
        ada.Time.Advance(TimeSpan.FromDays(1));

        await ada.WriteAsync((Log, "in two\nlines \U0001F389"));
        Assert.Equal(shown, (string?)ada.Shown["log"]);

        await ada.WriteAsync((Log, "third"));
        Assert.Contains("third", ada.Shown["log"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(ada.Record.OtherForms);
    }

    [Fact]
    public async Task First_entry_whose_answer_was_lost_is_known_in_the_form_that_the_CRM_gave_it()
    {
        ada.Crm.Mapping = new TestMapping(DemoFields.Email, Log) { IsCut = true };
        ada.Crm.Take = (field, value) => (true, field == "log" ? value!.ToString()[..20] + "…" : value);
        ada.LoseAnswers();
        await Assert.ThrowsAsync<ProviderException>(() => ada.WriteAsync((Log, "longer than the field")));
        ada.Heal();

        var again = await ada.WriteAsync((Log, "longer than the field"));

        Assert.Equal(["email"], again.Sent);
        Assert.Equal("2026-11-01: longer t…", (string?)ada.Shown["log"]);
    }

    [Fact]
    public async Task Entry_that_a_longer_one_begins_with_is_added()
    {
        ada.LoseAnswers();
        await Assert.ThrowsAsync<ProviderException>(() => ada.WriteAsync((Log, "old")));
        ada.Heal();
        ada.Shown["log"] = "2026-11-01: older";

        await ada.WriteAsync((Log, "old"));

        Assert.Equal("2026-11-01: older\n2026-11-01: old", (string?)ada.Shown["log"]);
    }

    [Fact]
    public async Task Value_that_came_back_is_added_once_more_with_its_new_day()
    {
        foreach (var value in (string[])["a", "b", "a"])
        {
            await ada.WriteAsync((Log, value));
            ada.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal("2026-11-01: a\n2026-11-02: b\n2026-11-03: a", (string?)ada.Shown["log"]);
    }

    [Fact]
    public async Task Entry_that_the_CRM_did_not_take_is_tried_again()
    {
        ada.Crm.Take = (field, value) => (field != "log", value);
        await ada.WriteAsync((Owned, "x"), (Log, "old"));
        ada.Crm.Take = (_, value) => (true, value);
        ada.Time.Advance(TimeSpan.FromDays(1));

        await ada.WriteAsync((Owned, "x"), (Log, "old"));

        Assert.Equal("2026-11-02: old", (string?)ada.Shown["log"]);
        Assert.Empty(ada.Record.OtherForms);
    }

    [Fact]
    public async Task Only_what_is_added_to_a_text_is_told_to_the_CRM_as_added()
    {
        await ada.WriteAsync((Log, "first"));
        var first = ada.Crm.Patches[^1].Fields.Single(field => field.Field == Log);
        await ada.WriteAsync((Log, "second"));
        var second = ada.Crm.Patches[^1].Fields.Single(field => field.Field == Log);

        Assert.Equal((WritePolicy.Own, "2026-11-01: first"), (first.Policy, first.Value));
        Assert.Equal((WritePolicy.AppendDated, "2026-11-01: first\n2026-11-01: second"), (second.Policy, second.Value));
    }

    [Fact]
    public async Task Empty_list_of_the_CRM_counts_as_empty()
    {
        ada.Crm.Add(SynchronizedLead.Ada);
        (ada.Shown["filled"], ada.Shown["preserved"]) = (new JsonArray(), new JsonArray());

        await ada.WriteAsync((Filled, "new"), (Preserved, "new"));

        Assert.Equal(("new", "new"), ((string?)ada.Shown["filled"], (string?)ada.Shown["preserved"]));
    }

    [Theory]
    [InlineData("false")]
    [InlineData("\" \"")]
    [InlineData("\"\\u00a0\\n\"")]
    public async Task Box_that_nobody_has_ticked_and_blanks_count_as_empty(string held)
    {
        ada.Crm.Add(SynchronizedLead.Ada);
        (ada.Shown["filled"], ada.Shown["preserved"]) = (JsonNode.Parse(held), JsonNode.Parse(held));

        var result = await ada.WriteAsync((Filled, "new"), (Preserved, "new"));

        Assert.Equal(("new", "new"), ((string?)ada.Shown["filled"], (string?)ada.Shown["preserved"]));
        Assert.Empty(result.Kept);
        Assert.Empty(result.Look!.Held);
    }

    private static string Formed(string form, string text) => form switch
    {
        "one line" => text.ReplaceLineEndings(" "),
        "formats" => string.Concat(text.Split('\n').Select(line => line.StartsWith('<') ? line : $"<p>{line}</p>")),
        "no pictures" => text.Replace(" \U0001F389", "", StringComparison.Ordinal),
        _ => text.Replace(" ", "\u00a0", StringComparison.Ordinal).ReplaceLineEndings("\r\n"),
    };

    private void AssertShown(string? owned, string? preserved, string? filled, string? log) => Assert.Equal(
        (owned, preserved, filled, log),
        ((string?)ada.Shown["owned"], (string?)ada.Shown["preserved"], (string?)ada.Shown["filled"], (string?)ada.Shown["log"]));
}
