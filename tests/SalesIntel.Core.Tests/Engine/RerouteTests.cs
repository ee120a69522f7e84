using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Engine;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using static SalesIntel.Core.Tests.Fakes.Demos;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>A meeting's lead is provisional while a booking of its hour, or a report that knows more, may come.</summary>
public sealed class RerouteTests
{
    private const string Ann = "ann@ray.example";

    private static readonly (string, string?) TheRep = ("Rep One", Rep);

    private readonly Pipeline pipeline;

    public RerouteTests() => pipeline = NewPipeline();

    private static string Booking { get; } = Booked("A", Pat, "Pat Person", guests: ["cto@person.example"]);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(9)]
    public async Task Booking_that_comes_later_takes_the_meeting_from_the_rep(int stages)
    {
        var meeting = Held("M", TheRep, ("iPhone", null));
        await AssertEndsWithPatAsync(meeting, stages, former: Rep);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    public async Task Booking_that_comes_later_takes_the_meeting_from_its_guest(int stages)
    {
        var meeting = Held("M", TheRep, ("Pat Person", null), ("Tia", "cto@person.example"));
        await AssertEndsWithPatAsync(meeting, stages, former: "cto@person.example");
    }

    [Fact]
    public async Task What_the_former_lead_shows_in_the_CRM_is_taken_back_and_its_note_says_so()
    {
        await PostAsync(Held("M", TheRep, ("iPhone", null)));
        var before = Assert.Single(pipeline.Crm.Notes);
        Assert.Contains("They count days.", before.Content, StringComparison.Ordinal);

        await PostAsync(Booking);

        var rep = Assert.Single(pipeline.Crm.Leads.Values, lead => (string?)lead["email"] == Rep);
        Assert.Null(rep["lead_status"]);
        Assert.DoesNotContain("They count days.", rep.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(
            ["Withdrawn: belongs to another lead"],
            pipeline.Crm.Notes.Where(note => note.Marker == before.Marker && note.Title.StartsWith('W')).Select(note => note.Title));
        Assert.Equal(2, pipeline.Crm.Notes.Count(note => note.Marker == before.Marker));
        Assert.Equal(2, pipeline.Extractor.Paid);
    }

    [Fact]
    public async Task Lead_that_a_person_has_deleted_is_not_made_anew_to_take_something_back()
    {
        await PostAsync(Held("M", TheRep, ("iPhone", null)));
        pipeline.Crm.Remove(Assert.Single(pipeline.Crm.Leads).Key);

        await PostAsync(Booking);

        Assert.Equal([Pat], pipeline.Crm.Leads.Values.Select(lead => (string?)lead["email"]));
    }

    [Fact]
    public async Task Booking_recorded_while_the_meeting_is_being_routed_is_not_missed()
    {
        await using var held = await HeldEvent.TakeAsync(pipeline, Held("M", TheRep, ("iPhone", null)));
        await held.Run.CommitAsync(new EventCommit { Next = new NextStep.Continue(), AwaitsBookingsOf = Hour });

        // It has looked at the bookings and found none; now one is recorded, and then it commits what it has found.
        await PostAsync(Booking);
        var rep = LeadKey.FromEmail(Rep);
        await Assert.ThrowsAsync<LeaseLostException>(() => held.Run.CommitAsync(new EventCommit
        {
            Next = new NextStep.MoveTo(Lane.Lead(rep), Stage.Facts, rep), Lead = new LeadUpdate { Key = rep, Email = Rep }, AssignMeeting = "M",
        }));

        await pipeline.DrainAsync();
        Assert.Equal(Pat, await MeetingLeadAsync());
    }

    [Fact]
    public async Task Any_order_of_bookings_cancellations_and_reports_gives_the_same()
    {
        string[] bodies =
        [
            Booked("A", Pat, "Pat Person"),
            Booked("B", Ann, "Ann Ray", start: Hour.AddMinutes(15)),
            Booked("A", Pat, "Pat Person", type: "invitee.canceled", updatedMinute: 30),
            Booked("C", "mo@team.example", "Mo Team", host: "Rep Two"),
            Held("M", TheRep, ("iPhone", null)),
        ];
        var expected = await StateAfterAsync(bodies);
        Assert.Contains($"M: {Ann}", expected, StringComparison.Ordinal);
        foreach (var order in Orders.Of(bodies))
        {
            Assert.Equal(expected, await StateAfterAsync(order));
        }
    }

    [Fact]
    public async Task Any_order_of_two_reports_and_a_booking_gives_the_same()
    {
        string[] bodies = [Booking, Held("M", TheRep, ("iPhone", null)), Held("M", ("Rep One", null), ("iPhone", null), ("X", null))];
        foreach (var order in Orders.Of(bodies))
        {
            // Which report is the later one depends on the order; whose they are does not.
            var state = await StateAfterAsync(order);
            Assert.Contains($"M: {Pat}\n{Pat}: DemoComplete", state, StringComparison.Ordinal);
            Assert.EndsWith($"{Ann}:  \n{Rep}:  \nmo@team.example:  ", state, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Report_that_knows_more_takes_the_meeting_from_the_rep()
    {
        await PostAsync(Held("M", TheRep, ("Ann Ray", null)));
        Assert.Equal(Rep, await MeetingLeadAsync());

        await PostAsync(Held("M", TheRep, ("Ann Ray", Ann)));

        Assert.Equal(Ann, await MeetingLeadAsync());
        Assert.Empty(await FactsAsync(Rep));
        Assert.Equal(2, (await FactsAsync(Ann)).OfType<MeetingHeld>().Count());
    }

    [Fact]
    public async Task Dead_letter_is_healed_by_a_report_that_knows_more_and_the_trouble_is_over()
    {
        var first = await PostAsync(Held("M", ("Rep One", null), ("Ann Ray", null)));
        var second = await PostAsync(Held("M", ("Ann Ray", null)));
        var other = await PostAsync(Held("N", ("Rep One", null)));
        Assert.Equal(3, (await pipeline.Store.GetStatusAsync(CancellationToken.None)).DeadLetters);

        var third = await PostAsync(Held("M", TheRep, ("Ann Ray", Ann)));
        Assert.Equal(EventStatus.Processed, (await EventAsync(third)).Status);
        foreach (var id in new[] { first, second })
        {
            var healed = await EventAsync(id);
            Assert.Equal((EventStatus.Ignored, "event/superseded"), (healed.Status, healed.ErrorClass));
        }

        Assert.DoesNotContain(pipeline.Alerts.Raised, alert => alert.IsAllClear);
        await PostAsync(Held("N", TheRep, ("Ann Ray", Ann)));

        Assert.Equal(EventStatus.Ignored, (await EventAsync(other)).Status);
        Assert.Equal(0, (await pipeline.Store.GetStatusAsync(CancellationToken.None)).DeadLetters);
        Assert.Equal("event-failed:event/no-email", Assert.Single(pipeline.Alerts.Raised, alert => alert.IsAllClear).Fingerprint);
    }

    [Fact]
    public async Task Dead_letter_without_a_time_is_healed_too()
    {
        var first = await PostAsync(Held("M", null, ("Rep One", null)));
        await PostAsync(Held("M", null, TheRep, ("Ann Ray", Ann)));

        Assert.Equal(EventStatus.Ignored, (await EventAsync(first)).Status);
    }

    [Fact]
    public async Task Dead_letter_is_healed_by_a_booking()
    {
        var id = await PostAsync(Held("M", ("Rep One", null), ("Pat Person", null)));
        Assert.Equal(EventStatus.Failed, (await EventAsync(id)).Status);

        await PostAsync(Booking);

        Assert.Equal((EventStatus.Processed, "", ""), (await EventAsync(id) is var stored ? stored.Status : default, stored.LastError, stored.ErrorClass));
        Assert.Equal(Pat, await MeetingLeadAsync());
        Assert.Single(pipeline.Alerts.Raised, alert => alert.IsAllClear);
    }

    [Fact]
    public async Task Rep_gives_back_what_a_booking_shows_to_be_another_meeting()
    {
        var id = await PostAsync(Held("M", TheRep, ("Mia Two", "mia@seller.example")));
        Assert.Equal(Rep, await MeetingLeadAsync());

        await PostAsync(Booked("C", Pat, "Pat Person", host: "Rep Nine"));

        var stored = await EventAsync(id);
        Assert.Equal(EventStatus.Ignored, stored.Status);
        Assert.Contains("bookings of that hour", stored.LastError, StringComparison.Ordinal);
        Assert.Empty(await FactsAsync(Rep));
    }

    [Fact]
    public async Task Dry_run_routes_again_too_and_writes_nothing()
    {
        pipeline.Options.DryRun = true;
        await PostAsync(Held("M", TheRep, ("iPhone", null)));
        await PostAsync(Booking);

        Assert.Equal(Pat, await MeetingLeadAsync());
        Assert.Empty(await FactsAsync(Rep));
        Assert.NotEmpty((await FactsAsync(Pat)).OfType<ValuesRead>());
        Assert.Empty(pipeline.Crm.Writes);
    }

    private static Pipeline NewPipeline()
    {
        var made = new Pipeline();
        made.Team.InternalDomains = ["seller.example"];
        return made;
    }

    // What is known of each lead, and where the meeting is. The CRM also keeps the empty lead of whoever had it first.
    private static async Task<string> StateAfterAsync(string[] bodies)
    {
        var one = NewPipeline();
        foreach (var body in bodies)
        {
            await one.PostAsync(body);
            await one.DrainAsync();
        }

        List<string> lines = [$"M: {await one.Store.GetMeetingLeadAsync("M", CancellationToken.None)}"];
        foreach (var email in new[] { Pat, Ann, Rep, "mo@team.example" })
        {
            var record = await one.Store.GetLeadAsync(LeadKey.FromEmail(email), CancellationToken.None);
            var facts = record.Facts.Select(fact => fact.Id).Order(StringComparer.Ordinal);
            lines.Add($"{email}: {LeadProjection.Project(email, record.Facts).Status} {string.Join(' ', facts)}");
        }

        return string.Join('\n', lines);
    }

    private async Task AssertEndsWithPatAsync(string meeting, int stages, string former)
    {
        var id = (await pipeline.PostAsync(meeting)).EventId;
        for (var stage = 0; stage < stages; stage++)
        {
            await pipeline.StepAsync();
        }

        await PostAsync(Booking);

        Assert.Equal(Pat, await MeetingLeadAsync());
        Assert.Equal(EventStatus.Processed, (await EventAsync(id)).Status);
        Assert.Empty(await FactsAsync(former));
        var facts = await FactsAsync(Pat);
        Assert.Single(facts.OfType<MeetingHeld>());
        Assert.Equal(2, facts.OfType<ValuesRead>().Count());
        Assert.Equal(2, pipeline.Extractor.Paid);
        var lead = Assert.Single(pipeline.Crm.Leads.Values, one => (string?)one["email"] == Pat);
        Assert.Equal("DemoComplete", (string?)lead["lead_status"]);
        Assert.Contains(pipeline.Crm.Notes, note => note.Content.Contains("They count days.", StringComparison.Ordinal));
    }

    private async Task<string> PostAsync(string body)
    {
        var outcome = await pipeline.PostAsync(body);
        await pipeline.DrainAsync();
        return outcome.EventId;
    }

    private Task<string?> MeetingLeadAsync() => pipeline.Store.GetMeetingLeadAsync("M", CancellationToken.None);

    private async Task<WebhookEvent> EventAsync(string id) => (await pipeline.Store.GetAsync(id, CancellationToken.None))!;

    private async Task<IReadOnlyList<LeadFact>> FactsAsync(string email) =>
        (await pipeline.Store.GetLeadAsync(LeadKey.FromEmail(email), CancellationToken.None)).Facts;
}
