using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using static SalesIntel.Core.Tests.Fakes.Demos;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>A demo that a colleague holds in place of the booking's host.</summary>
public sealed class ColleaguesDemoTests
{
    private const string Two = "two@seller.example";
    private const string Lena = "lena@fuchs.example";
    private const string Bo = "bo@reed.example";

    private static readonly (string, string?) RepTwo = ("Rep Two", Two);

    private readonly Pipeline pipeline = NewPipeline();

    private static string LenasBooking { get; } = Booked("A", Lena, "Lena Fuchs", guests: [Two]);

    [Theory]
    [InlineData("Lena F.")]
    [InlineData("Lena")]
    [InlineData("Guest")]
    [InlineData("Unknown")]
    [InlineData("iPhone")]
    public async Task Guest_without_an_address_is_who_booked(string shown)
    {
        string[] bodies = [LenasBooking, Held("M", RepTwo, (shown, null)), Booked("C", "mo@team.example", "Mo Team", host: "Rep Nine")];
        await AssertSameInAnyOrderAsync(bodies, Lena);
    }

    [Fact]
    public async Task Of_two_that_have_the_colleague_as_a_guest_the_nearest_counts_in_any_order() => await AssertSameInAnyOrderAsync(
        [LenasBooking, Booked("B", Bo, "Bo Reed", guests: [Two], start: Hour.AddMinutes(15)), Held("M", RepTwo, ("iPhone", null))], Lena);

    [Fact]
    public async Task Name_tells_which_of_two_it_is_in_any_order() => await AssertSameInAnyOrderAsync(
        [LenasBooking, Booked("B", Bo, "Bo Reed", guests: [Two], start: Hour.AddMinutes(15)), Held("M", RepTwo, ("Bo R.", null))], Bo);

    [Fact]
    public async Task Booking_whose_host_the_colleague_is_goes_before_one_that_has_him_as_a_guest() => await AssertSameInAnyOrderAsync(
        [LenasBooking, Booked("B", Bo, "Bo Reed", host: "Rep Two", start: Hour.AddMinutes(15)), Held("M", RepTwo, ("iPhone", null))], Bo);

    [Fact]
    public async Task Meeting_of_the_team_alone_is_not_the_demo()
    {
        var stored = await RouteAsync(LenasBooking, Held("M", RepTwo, ("Mia Two", "mia@seller.example")));

        Assert.Equal(EventStatus.Ignored, stored.Status);
        Assert.StartsWith("Nobody from outside took part, and the bookings of that hour", stored.LastError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iPhone", "Somebody took part of whom no address is known, and the bookings of that hour")]
    [InlineData("Otter Notetaker", "Nobody is named but one of the team, and the bookings of that hour")]
    public async Task Colleague_who_was_not_invited_tells_nothing_and_what_is_known_is_said(string name, string reason)
    {
        var stored = await RouteAsync(Booked("A", Lena, "Lena Fuchs"), Held("M", RepTwo, (name, null)));

        Assert.Equal(EventStatus.Ignored, stored.Status);
        Assert.StartsWith(reason, stored.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_from_outside_with_an_address_is_not_the_invitee()
    {
        await RouteAsync(LenasBooking, Held("M", RepTwo, ("Bo Reed", Bo), ("Guest", null)));

        Assert.Equal(Bo, await pipeline.Store.GetMeetingLeadAsync("M", CancellationToken.None));
    }

    private static async Task AssertSameInAnyOrderAsync(string[] bodies, string expected)
    {
        foreach (var order in Permutations(bodies))
        {
            var one = NewPipeline();
            foreach (var body in order)
            {
                await one.PostAsync(body);
                await one.DrainAsync();
            }

            Assert.Equal(expected, await one.Store.GetMeetingLeadAsync("M", CancellationToken.None));
            foreach (var email in new[] { Lena, Bo, Two, "mo@team.example" })
            {
                var record = await one.Store.GetLeadAsync(LeadKey.FromEmail(email), CancellationToken.None);
                Assert.Equal(email == expected ? 1 : 0, record.Facts.OfType<MeetingHeld>().Count());
            }
        }
    }

    private static IEnumerable<string[]> Permutations(string[] items) => items.Length == 1
        ? [items]
        : items.SelectMany((item, at) => Permutations([.. items[..at], .. items[(at + 1)..]]).Select(rest => (string[])[item, .. rest]));

    private static Pipeline NewPipeline()
    {
        var made = new Pipeline();
        made.Team.InternalDomains = ["seller.example"];
        return made;
    }

    private async Task<WebhookEvent> RouteAsync(string booking, string meeting)
    {
        await pipeline.PostAsync(booking);
        await pipeline.DrainAsync();
        var id = (await pipeline.PostAsync(meeting)).EventId;
        await pipeline.DrainAsync();
        return (await pipeline.Store.GetAsync(id, CancellationToken.None))!;
    }
}
