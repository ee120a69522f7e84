using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using static SalesIntel.Core.Tests.Fakes.Demos;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>Whose meeting it is, by the bookings of its hour.</summary>
public sealed class BookingMatchTests
{
    private static readonly (string, string?) TheRep = ("Rep One", Rep);

    private readonly Pipeline pipeline = new();

    public BookingMatchTests() => pipeline.Team.InternalDomains = ["seller.example"];

    [Theory]
    [InlineData("Pat Person")]
    [InlineData("pat PERSON (she/her)")]
    [InlineData("Person, Pat")]
    [InlineData("Pat")]
    [InlineData("iPhone")]
    public async Task Guest_without_an_address_is_who_booked_that_hour(string shown)
    {
        await PostAsync(Booked("A", Pat, "Pat Person"));
        await PostAsync(Held("M", TheRep, (shown, null)));

        Assert.Equal([Pat], await LeadsAsync());
    }

    [Fact]
    public async Task Guest_of_a_booking_belongs_to_the_invitees_lead()
    {
        await PostAsync(Booked("A", Pat, "Pat Person", guests: ["cto@person.example", "mo@elsewhere.example"]));
        await PostAsync(Held("M", TheRep, ("Mo", "mo@elsewhere.example")));

        Assert.Equal([Pat], await LeadsAsync());
    }

    [Fact]
    public async Task Colleague_of_the_invitee_belongs_to_the_invitees_lead()
    {
        await PostAsync(Booked("A", Pat, "Pat Person"));
        await PostAsync(Held("M", TheRep, ("Tia", "tia@person.example")));

        Assert.Equal([Pat], await LeadsAsync());
    }

    [Fact]
    public async Task Same_free_mail_provider_is_no_company()
    {
        await PostAsync(Booked("A", "pat@gmail.com", "Pat Person"));
        await PostAsync(Held("M", TheRep, ("Tia", "tia@gmail.com")));

        Assert.Equal(["pat@gmail.com", "tia@gmail.com"], await LeadsAsync());
    }

    [Fact]
    public async Task Invitee_goes_before_guest_name_company_and_host()
    {
        await PostAsync(Booked("A", "ann@ray.example", "Ann Ray"));
        await PostAsync(Booked("B", "bo@reed.example", "Bo Reed", guests: ["ann@ray.example"]));
        await PostAsync(Booked("C", "cy@young.example", "Cy Young"));
        await PostAsync(Held("M", TheRep, ("Cy Young", null), ("Ann Ray", "ann@ray.example")));

        Assert.Equal("ann@ray.example", await MeetingLeadAsync());
    }

    [Theory]
    [InlineData("Rep One", "Rep Two", "bo@reed.example")]
    [InlineData("Rep Two", "Rep One", "ann@ray.example")]
    public async Task Of_two_bookings_of_one_hour_the_host_tells(string hostOfBo, string hostOfAnn, string expected)
    {
        await PostAsync(Booked("A", "ann@ray.example", "Ann Ray", host: hostOfAnn));
        await PostAsync(Booked("B", "bo@reed.example", "Bo Reed", host: hostOfBo));
        await PostAsync(Held("M", TheRep, ("Guest", null)));

        Assert.Equal(expected, await MeetingLeadAsync());
    }

    [Theory]
    [InlineData("iPhone", "Ann Ray", "Bo Reed")]
    [InlineData("Ann", "Ann Ray", "Ann Reed")]
    public async Task Of_two_who_booked_one_host_for_one_time_nobody_can_tell_in_whatever_order_it_becomes_known(
        string shown, string first, string second)
    {
        string[] messages = [Booked("A", "ann@ray.example", first), Booked("B", "bo@reed.example", second), Held("M", TheRep, (shown, null))];
        foreach (var order in (int[][])[[0, 1, 2], [1, 0, 2], [2, 0, 1], [0, 2, 1]])
        {
            var own = new BookingMatchTests();
            foreach (var at in order)
            {
                await own.PostAsync(messages[at]);
            }

            var meeting = own.pipeline.Crm.Leads.Values.Where(lead => (string?)lead["lead_status"] == "DemoComplete");
            Assert.True(!meeting.Any(), $"In the order {string.Join(", ", order)} somebody has the meeting.");
        }
    }

    [Fact]
    public async Task Who_is_named_or_nearer_is_told_from_another_with_the_same_host()
    {
        await PostAsync(Booked("A", "ann@ray.example", "Ann Ray"));
        await PostAsync(Booked("B", "bo@reed.example", "Bo Reed"));
        await PostAsync(Booked("C", "cy@young.example", "Cy Young", start: Hour.AddMinutes(30)));
        await PostAsync(Held("M", TheRep, ("Bo Reed", null)));
        await PostAsync(Held("N", Hour.AddMinutes(29), TheRep, ("iPhone", null)));

        Assert.Equal("bo@reed.example", await MeetingLeadAsync());
        Assert.Equal("cy@young.example", await pipeline.Store.GetMeetingLeadAsync("N", CancellationToken.None));
    }

    [Fact]
    public async Task Of_a_host_s_bookings_one_that_stands_goes_before_one_that_was_cancelled_and_then_the_nearest()
    {
        await PostAsync(Booked("A", "ann@ray.example", "Ann Ray"));
        await PostAsync(Booked("A", "ann@ray.example", "Ann Ray", type: "invitee.canceled", updatedMinute: 60));
        await PostAsync(Booked("B", "bo@reed.example", "Bo Reed", start: Hour.AddMinutes(30)));
        await PostAsync(Booked("C", "cy@young.example", "Cy Young", start: Hour.AddMinutes(45)));
        await PostAsync(Held("M", TheRep, ("Guest", null)));

        Assert.Equal("bo@reed.example", await MeetingLeadAsync());
    }

    [Theory]
    [InlineData(60, Pat)]
    [InlineData(-60, Pat)]
    [InlineData(61, Rep)]
    [InlineData(-61, Rep)]
    public async Task Booking_of_another_hour_says_nothing(int minutes, string expected)
    {
        await PostAsync(Booked("A", Pat, "Pat Person", start: Hour.AddMinutes(minutes)));
        await PostAsync(Held("M", Hour, TheRep, ("Pat Person", null)));

        Assert.Equal(expected, await MeetingLeadAsync());
    }

    [Fact]
    public async Task Meeting_of_others_is_not_given_to_a_booking_of_that_hour_and_the_rep_is_no_lead_for_it()
    {
        await PostAsync(Booked("A", Pat, "Pat Person", host: "Rep Two"));
        var id = (await pipeline.PostAsync(Held("M", TheRep, ("Mia Two", "mia@seller.example")))).EventId;
        await pipeline.DrainAsync();

        var stored = (await pipeline.Store.GetAsync(id, CancellationToken.None))!;
        Assert.Equal(EventStatus.Ignored, stored.Status);
        Assert.Contains("bookings of that hour", stored.LastError, StringComparison.Ordinal);
        Assert.Equal([Pat], await LeadsAsync());
    }

    [Fact]
    public async Task Booking_that_does_not_name_its_hosts_counts_while_it_is_the_only_one()
    {
        await PostAsync(Booked("A", Pat, "Pat Person", host: null));
        await PostAsync(Held("M", TheRep, ("iPhone", null)));
        Assert.Equal(Pat, await MeetingLeadAsync());

        await PostAsync(Booked("B", "bo@reed.example", "Bo Reed", host: null));
        await PostAsync(Held("N", TheRep, ("iPhone", null)));
        Assert.Null(await pipeline.Store.GetMeetingLeadAsync("N", CancellationToken.None));
    }

    [Fact]
    public async Task Somebody_from_outside_with_an_address_is_not_the_invitee_only_because_the_host_is_the_same()
    {
        await PostAsync(Booked("A", Pat, "Pat Person"));
        await PostAsync(Held("M", TheRep, ("Ann Ray", "ann@ray.example")));

        Assert.Equal("ann@ray.example", await MeetingLeadAsync());
    }

    [Fact]
    public async Task Who_was_only_heard_is_known_by_name_too()
    {
        await PostAsync(Booked("A", Pat, "Pat Person", host: null));
        await PostAsync(Booked("B", "bo@reed.example", "Bo Reed", host: null));
        const string Transcript = "\"transcript\":\"Rep One: Hello.\\nPat Person: We count days.\"";
        var body = Held("M", TheRep).Replace("\"summary\"", $"{Transcript},\"summary\"", StringComparison.Ordinal);
        await PostAsync(body);

        Assert.Equal(Pat, await MeetingLeadAsync());
    }

    [Fact]
    public async Task More_bookings_of_an_hour_than_are_looked_at_are_said_to_be()
    {
        for (var i = 0; i < 51; i++)
        {
            await PostAsync(Booked($"I{i}", $"guest{i}@corp{i}.example", $"Guest {i}"));
        }

        var id = (await pipeline.PostAsync(Held("M", TheRep, ("Nobody Known", null)))).EventId;
        await pipeline.DrainAsync();

        Assert.Contains("only 50 bookings", (await pipeline.Store.GetAsync(id, CancellationToken.None))!.Ledger["route"].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public async Task Ends_of_time_are_no_special_case(string start)
    {
        var booked = Booked("A", Pat, "Pat Person").Replace("2026-12-08T15:00:00Z", start, StringComparison.Ordinal);
        await PostAsync(booked);
        await PostAsync(Held("M", null, TheRep, ("Pat Person", null)).Replace("\"start_time\":null", $"\"start_time\":\"{start}\"", StringComparison.Ordinal));

        Assert.Equal(Pat, await MeetingLeadAsync());
    }

    private async Task PostAsync(string body)
    {
        await pipeline.PostAsync(body);
        await pipeline.DrainAsync();
    }

    private Task<string?> MeetingLeadAsync() => pipeline.Store.GetMeetingLeadAsync("M", CancellationToken.None);

    private Task<IEnumerable<string?>> LeadsAsync() =>
        Task.FromResult<IEnumerable<string?>>([.. pipeline.Crm.Leads.Values.Select(lead => (string?)lead["email"]).Order(StringComparer.Ordinal)]);
}
