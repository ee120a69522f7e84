using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using static SalesIntel.Core.Tests.Fakes.Demos;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>A booking that was cancelled or moved takes a meeting only where its own people came.</summary>
public sealed class GivenUpBookingTests
{
    private const string Ann = "ann@ray.example";
    private const string Tia = "tia@person.example";

    private static readonly (string, string?) TheRep = ("Rep One", Rep);
    private static readonly string[] Everybody = [Pat, Ann, Tia, Rep, "mo@team.example", "cto@person.example"];

    private static string Canceled { get; } = Booked("A", Pat, "Pat Person", type: "invitee.canceled", updatedMinute: 60);

    [Theory]
    [InlineData("Bo Reed")]
    [InlineData("iPhone")]
    [InlineData("Guest")]
    public async Task Somebody_else_without_an_address_is_not_who_cancelled(string shown) =>
        await AssertEndsAsync(Rep, Booked("A", Pat, "Pat Person"), Canceled, Held("M", TheRep, (shown, null)));

    [Fact]
    public async Task Booking_without_hosts_says_nothing_either_once_it_is_cancelled() => await AssertEndsAsync(
        Rep,
        Booked("A", Pat, "Pat Person", host: null),
        Booked("A", Pat, "Pat Person", host: null, type: "invitee.canceled", updatedMinute: 60),
        Held("M", TheRep, ("iPhone", null)));

    [Fact]
    public async Task Colleague_of_who_cancelled_is_a_lead_of_her_own() =>
        await AssertEndsAsync(Tia, Booked("A", Pat, "Pat Person"), Canceled, Held("M", TheRep, ("Tia", Tia)));

    [Fact]
    public async Task Meeting_whose_guest_has_another_address_is_that_guests() =>
        await AssertEndsAsync(Ann, Booked("A", Pat, "Pat Person"), Canceled, Held("M", TheRep, ("Ann Ray", Ann)));

    [Theory]
    [InlineData("Pat Person", null)]
    [InlineData("Pat", null)]
    [InlineData("P.", Pat)]
    [InlineData("Mo", "mo@elsewhere.example")]
    public async Task Who_cancelled_and_came_all_the_same_is_known_by_name_and_address(string shown, string? email)
    {
        string[] guests = ["mo@elsewhere.example"];
        await AssertEndsAsync(
            Pat,
            Booked("A", Pat, "Pat Person", guests: guests),
            Booked("A", Pat, "Pat Person", guests: guests, type: "invitee.canceled", updatedMinute: 60),
            Held("M", TheRep, (shown, email)));
    }

    [Fact]
    public async Task Cancelled_booking_leaves_a_standing_one_without_hosts_the_only_one() => await AssertEndsAsync(
        Ann,
        Booked("A", Pat, "Pat Person", host: null),
        Booked("A", Pat, "Pat Person", host: null, type: "invitee.canceled", updatedMinute: 60),
        Booked("B", Ann, "Ann Ray", host: null),
        Held("M", TheRep, ("iPhone", null)));

    [Fact]
    public async Task Cancelled_booking_of_another_host_does_not_keep_the_meeting_from_the_rep() => await AssertEndsAsync(
        Rep,
        Booked("C", "mo@team.example", "Mo Team", host: "Rep Two"),
        Booked("C", "mo@team.example", "Mo Team", host: "Rep Two", type: "invitee.canceled", updatedMinute: 60),
        Held("M", TheRep, ("Mia Two", "mia@seller.example")));

    [Fact]
    public async Task Standing_booking_of_another_host_still_says_that_it_is_no_demo() => await AssertEndsAsync(
        null, Booked("A", Pat, "Pat Person"), Canceled, Booked("C", "mo@team.example", "Mo Team", host: "Rep Two"), Held("M", TheRep, ("iPhone", null)));

    [Fact]
    public async Task Moved_booking_takes_no_meeting_of_the_hour_that_it_has_left() => await AssertEndsAsync(
        Rep,
        Booked("A", Pat, "Pat Person"),
        Linked(Booked("A", Pat, "Pat Person", type: "invitee.canceled", updatedMinute: 60), "\"new_invitee\":\"https://x.example/invitees/B\",\"rescheduled\":true"),
        Linked(Booked("B", Pat, "Pat Person", start: Hour.AddDays(7)), "\"old_invitee\":\"https://x.example/invitees/A\""),
        Held("M", TheRep, ("iPhone", null)));

    [Fact]
    public async Task Booking_that_only_its_follower_calls_moved_is_moved() => await AssertEndsAsync(
        Rep,
        Booked("A", Pat, "Pat Person"),
        Linked(Booked("B", Pat, "Pat Person", start: Hour.AddDays(7)), "\"old_invitee\":\"https://x.example/invitees/A\""),
        Held("M", TheRep, ("iPhone", null)));

    [Fact]
    public async Task Nobody_s_address_is_known_and_the_booking_is_cancelled() =>
        await AssertEndsAsync(null, Booked("A", Pat, "Pat Person"), Canceled, Held("M", ("Rep One", null), ("iPhone", null)));

    [Fact]
    public async Task Meeting_that_nobody_has_any_more_is_a_dead_letter_and_a_booking_heals_it()
    {
        var pipeline = NewPipeline();
        await pipeline.PostAsync(Booked("A", Pat, "Pat Person"));
        var id = (await pipeline.PostAsync(Held("M", ("Rep One", null), ("iPhone", null)))).EventId;
        await pipeline.DrainAsync();
        await pipeline.PostAsync(Canceled);
        await pipeline.DrainAsync();
        var failed = (await pipeline.Store.GetAsync(id, CancellationToken.None))!;
        Assert.Equal((EventStatus.Failed, "event/no-email"), (failed.Status, failed.ErrorClass));

        await pipeline.PostAsync(Booked("B", Ann, "Ann Ray"));
        await pipeline.DrainAsync();

        Assert.Equal([Ann], await HoldersAsync(pipeline));
        Assert.Equal(EventStatus.Processed, (await pipeline.Store.GetAsync(id, CancellationToken.None))!.Status);
    }

    [Fact]
    public async Task Report_that_knows_who_came_keeps_the_meeting_for_the_others() => await AssertEndsAsync(
        Pat,
        Booked("A", Pat, "Pat Person"),
        Canceled,
        Held("M", TheRep, ("iPhone", null)),
        Held("M", TheRep, ("Pat Person", null), ("Rep Two", null)));

    [Fact]
    public async Task Report_that_knows_somebody_else_takes_the_meeting_with_it() => await AssertEndsAsync(
        Ann,
        Booked("A", Pat, "Pat Person"),
        Canceled,
        Held("M", TheRep, ("iPhone", null)),
        Held("M", TheRep, ("Ann Ray", Ann), ("Rep Two", null)));

    private static string Linked(string body, string members) =>
        body.Replace("\"cancellation\"", $"{members},\"cancellation\"", StringComparison.Ordinal);

    // Whoever has the meeting is the only one of whom it is a fact, in whatever order the messages come.
    private static async Task AssertEndsAsync(string? expected, params string[] bodies)
    {
        foreach (var order in Orders.Of(bodies))
        {
            var pipeline = NewPipeline();
            foreach (var body in order)
            {
                await pipeline.PostAsync(body);
                await pipeline.DrainAsync();
            }

            var by = string.Join(',', order.Select(body => Array.IndexOf(bodies, body)));
            Assert.Equal($"{by}: {expected}", $"{by}: {string.Join(' ', await HoldersAsync(pipeline))}");
        }
    }

    private static Pipeline NewPipeline()
    {
        var made = new Pipeline();
        made.Team.InternalDomains = ["seller.example"];
        return made;
    }

    private static async Task<IReadOnlyList<string>> HoldersAsync(Pipeline pipeline)
    {
        List<string> holders = [];
        foreach (var email in Everybody)
        {
            var lead = await pipeline.Store.GetLeadAsync(LeadKey.FromEmail(email), CancellationToken.None);
            holders.AddRange(lead.Facts.OfType<MeetingHeld>().Select(_ => email).Distinct());
        }

        return holders;
    }
}
