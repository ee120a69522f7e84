using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Engine;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>A field that the CRM does not take: the event goes on, and it is named in the event, in the note, and once to people.</summary>
public sealed class FieldIssuesTests
{
    private const string Ada = "ada@quill.example";
    private const string Bob = "bob@harrow.example";
    private const string Issue = "company_name: governed by a rule, left out";

    private readonly Pipeline pipeline = new();

    [Fact]
    public async Task Field_is_named_in_event_and_note_and_once_to_people_and_later_events_go_on()
    {
        pipeline.Crm.Take = (field, value) => (field != "company_name", value);
        pipeline.Crm.Issues = [Issue];
        await pipeline.PostAsync(Bodies.Created("A", Ada, 0, 48));
        await pipeline.PostAsync(Bodies.Created("B", Bob, 1, 49));
        await pipeline.DrainAsync();
        await pipeline.PostAsync(Bodies.Canceled("A", Ada, 0, 48, 60));
        await pipeline.DrainAsync();

        var events = await EventsAsync();
        Assert.Equal(3, events.Count);
        Assert.All(events, stored => Assert.Equal(EventStatus.Processed, stored.Status));
        Assert.All(events, stored => Assert.Contains(Issue, stored.Ledger[Effects.Facts].Detail));
        Assert.Equal(2, pipeline.Crm.Notes.Count());
        Assert.All(pipeline.Crm.Notes, note => Assert.Contains($"NOT WRITTEN AS IT WAS\n- {Issue}\n", note.Content));
        var alert = Assert.Single(pipeline.Alerts.Raised);
        Assert.Equal(("crm-field:company_name", Issue), (alert.Fingerprint, alert.Detail));
    }

    [Fact]
    public async Task Value_that_was_only_shortened_is_no_alert()
    {
        pipeline.Crm.Issues = ["last_name: shortened to 80 characters", "2 records share this address; the oldest was written (1, 2). Merge them."];
        await pipeline.PostAsync(Bodies.Created("A", Ada, 0, 48));

        await pipeline.DrainAsync();

        Assert.Empty(pipeline.Alerts.Raised);
        Assert.Contains("- 2 records share this address", Assert.Single(pipeline.Crm.Notes).Content);
    }

    [Fact]
    public async Task Event_names_what_was_changed_in_the_CRM()
    {
        await pipeline.PostAsync(Bodies.Created("A", Ada, 0, 48));
        await pipeline.DrainAsync();
        pipeline.Crm.Leads.Values.Single()["stated_pain_points"] = "typed by a person";
        await pipeline.PostAsync(Bodies.Created("C", Ada, 5, 50, pain: "Slower"));

        await pipeline.DrainAsync();

        Assert.Equal("typed by a person", (string?)pipeline.Crm.Leads.Values.Single()["stated_pain_points"]);
        Assert.Contains(
            (await EventsAsync()).SelectMany(stored => stored.Ledger.Values),
            entry => entry.Detail.Contains("\"changed_in_the_crm\":[\"stated_pain_points\"]", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<WebhookEvent>> EventsAsync() =>
        await pipeline.Store.ListAsync(new EventFilter(), CancellationToken.None).ToListAsync();
}
