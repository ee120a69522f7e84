using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Engine;
using SalesIntel.Failures;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>To which lead a meeting belongs.</summary>
public sealed class MeetingRouterTests
{
    private const string Ada = "ada@quill.example";
    private const string Bo = "bo@quill.example";
    private const string Seller = "sam@seller.example";

    private readonly Pipeline pipeline = new();
    private readonly TeamOptions team = new() { InternalDomains = ["seller.example"] };
    private InternalOnlyPolicy internalOnly = InternalOnlyPolicy.Fallback;

    [Fact]
    public async Task First_guest_in_the_order_of_the_report_where_nobody_is_known() =>
        Assert.Equal(Bo, await ChooseAsync(Seller, Bo, Ada));

    [Fact]
    public async Task Guest_who_has_booked_goes_before_one_who_has_not()
    {
        await BookAsync("A", Ada, startHour: 48);

        Assert.Equal(Ada, await ChooseAsync(Seller, Bo, Ada));
    }

    [Theory]
    [InlineData(48, 60, Ada)]
    [InlineData(60, 48, Bo)]
    public async Task Of_two_who_have_booked_the_one_whose_demo_is_nearest_to_the_meeting(int adasHour, int bosHour, string expected)
    {
        await BookAsync("A", Ada, adasHour);
        await BookAsync("B", Bo, bosHour);

        Assert.Equal(expected, await ChooseAsync(Bo, Ada));
    }

    [Fact]
    public async Task Guest_who_has_booked_goes_before_one_whom_the_CRM_knows()
    {
        pipeline.Crm.Add(Bo);
        await BookAsync("A", Ada, 300);

        Assert.Equal(Ada, await ChooseAsync(Bo, Ada));
    }

    [Fact]
    public async Task Guest_whom_the_CRM_knows_goes_before_a_stranger()
    {
        pipeline.Crm.Add(Ada);

        Assert.Equal(Ada, await ChooseAsync(Bo, Ada));
    }

    [Fact]
    public async Task Converted_lead_is_no_lead()
    {
        pipeline.Crm.Add(Ada, ("is_converted", "true"));

        Assert.Equal(Bo, await ChooseAsync(Bo, Ada));
    }

    [Fact]
    public async Task CRM_is_asked_only_where_it_could_name_somebody_else()
    {
        await ChooseAsync(Seller, Bo);
        await ChooseAsync(Meeting(Bo, Bo));
        await ChooseAsync(Seller);
        Assert.Empty(pipeline.Crm.Calls);

        await ChooseAsync(Meeting(Bo, Ada));
        Assert.Equal(["find"], pipeline.Crm.Calls);
    }

    [Fact]
    public async Task Owner_from_outside_goes_before_the_first_guest_but_not_before_one_who_is_known()
    {
        Assert.Equal(Ada, await ChooseAsync(Meeting(Ada, Bo)));

        pipeline.Crm.Add(Bo);
        Assert.Equal(Bo, await ChooseAsync(Meeting(Ada, Bo)));
    }

    [Fact]
    public async Task Owner_from_outside_alone_is_enough()
    {
        Assert.Equal(Ada, await ChooseAsync(Meeting(Ada, Seller)));
        Assert.Empty(pipeline.Crm.Calls);
    }

    [Fact]
    public async Task Meeting_that_was_assigned_stays_where_it_is()
    {
        await pipeline.PostAsync(Bodies.Meeting("M", Bo, startMinute: 0));
        await pipeline.StepAsync();
        await BookAsync("A", Ada, 30);

        Assert.Equal(Bo, await ChooseAsync(Ada));
    }

    [Fact]
    public async Task Internal_meeting_falls_back_to_our_first_attendee_or_is_set_aside()
    {
        Assert.Equal(Seller, await ChooseAsync(Seller, "eva@seller.example"));

        internalOnly = InternalOnlyPolicy.Ignore;
        Assert.Null(await ChooseAsync(Seller, "eva@seller.example"));
    }

    [Theory]
    [InlineData(InternalOnlyPolicy.Fallback)]
    [InlineData(InternalOnlyPolicy.Ignore)]
    public async Task Meeting_without_any_address_is_permanent(InternalOnlyPolicy policy)
    {
        internalOnly = policy;

        var failure = await Assert.ThrowsAsync<PermanentFailureException>(() => ChooseAsync(null, "room-4@quill.example"));

        Assert.Equal("no-email", failure.Code);
    }

    [Fact]
    public async Task Of_very_many_guests_ten_are_looked_up()
    {
        string[] guests = [.. Enumerable.Range(0, 11).Select(number => $"guest{number}@quill.example")];
        await BookAsync("A", guests[10], 60);
        Assert.Equal(guests[0], await ChooseAsync(guests));

        await BookAsync("B", guests[9], 60);
        Assert.Equal(guests[9], await ChooseAsync(guests));
    }

    [Fact]
    public async Task Booking_without_a_time_is_farther_than_any_with_one()
    {
        await pipeline.PostAsync(Bodies.Without(Bodies.Created("B", Bo, 0, 48), Bodies.Appointment));
        await BookAsync("A", Ada, 400);

        Assert.Equal(Ada, await ChooseAsync(Bo, Ada));
    }

    private LeadRoute.Candidates Meeting(string? owner, params string?[] attendees) => new()
    {
        At = Bodies.Base.AddHours(48),
        Owner = owner is null ? null : new MeetingAttendee("", owner),
        InternalOnly = internalOnly,
        People = [.. attendees.Select(email => new MeetingAttendee("", email))],
    };

    private async Task BookAsync(string invitee, string email, int startHour)
    {
        await pipeline.PostAsync(Bodies.Created(invitee, email, 0, startHour));
        pipeline.Options.DryRun = true;
        await pipeline.DrainAsync();
        pipeline.Options.DryRun = false;
    }

    private Task<string?> ChooseAsync(params string?[] attendees) => ChooseAsync(Meeting(owner: null, attendees));

    private async Task<string?> ChooseAsync(LeadRoute.Candidates meeting)
    {
        var reports = new MeetingReports(pipeline.Store, pipeline.Reader);
        var router = new MeetingRouter(pipeline.Store, pipeline.Reader, new BookingMatcher(pipeline.Store, pipeline.Reader), reports, team);
        return (await router.ChooseAsync(Report(), meeting, pipeline.Crm, CancellationToken.None)).Email;
    }

    private static WebhookEvent Report() => new()
    {
        EventId = "report",
        Source = "readai",
        EventType = "meeting_end",
        ExternalId = "M",
        IdempotencyKey = "readai:M",
        Revision = "1",
        Status = EventStatus.Processing,
        Stage = Stage.Route,
        CreatedAt = Bodies.Base,
        UpdatedAt = Bodies.Base,
        Payload = default,
    };
}
