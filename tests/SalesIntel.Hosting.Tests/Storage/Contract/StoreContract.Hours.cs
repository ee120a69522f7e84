using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly DateTimeOffset Noon = new(2026, 12, 8, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Leads_are_found_by_the_hour_in_which_their_bookings_start()
    {
        await BookAsync("a", "ada@lovelace.example", Noon.AddMinutes(59));
        await BookAsync("b", "bob@builder.example", Noon.AddMinutes(-1));
        await BookAsync("c", "cy@young.example", Noon.AddMinutes(60));
        await BookAsync("d", "dot@dash.example", null);

        Assert.Equal([Ada], await BookedAsync(Noon, Noon.AddMinutes(59)));
        Assert.Equal([Bob], await BookedAsync(Noon.AddMinutes(-30), Noon.AddTicks(-1)));
        Assert.Equal(
            new[] { Ada.Value, Bob.Value, LeadKey.FromEmail("cy@young.example").Value }.Order(StringComparer.Ordinal),
            (await BookedAsync(Noon.AddHours(-1), Noon.AddHours(1))).Select(lead => lead.Value));
        Assert.Empty(await BookedAsync(Noon.AddHours(2), Noon.AddHours(3)));
    }

    [Fact]
    public async Task Lead_is_found_by_each_of_its_bookings_and_once_where_it_has_several()
    {
        await BookAsync("a", "ada@lovelace.example", Noon);
        await BookAsync("b", "ada@lovelace.example", Noon.AddMinutes(30));
        await BookAsync("c", "ada@lovelace.example", Noon.AddDays(1));

        Assert.Equal([Ada], await BookedAsync(Noon, Noon));
        Assert.Equal([Ada], await BookedAsync(Noon.AddDays(1), Noon.AddDays(1)));
    }

    [Fact]
    public async Task No_more_leads_are_given_than_asked_for_and_always_the_same()
    {
        for (var i = 0; i < 5; i++)
        {
            await BookAsync($"{i}", $"guest{i}@corp.example", Noon.AddMinutes(i));
        }

        var some = await Events.FindBookedLeadsAsync(Noon, Noon, 3, None);
        Assert.Equal(3, some.Count);
        Assert.Equal(some, (await BookedAsync(Noon, Noon)).Take(3));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Hours_at_the_ends_of_time_are_no_special_case(int end)
    {
        var at = end == 0 ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue;
        await BookAsync("a", "ada@lovelace.example", at);

        Assert.Equal([Ada], await BookedAsync(at, at));
    }

    [Fact]
    public async Task Events_are_found_by_the_hour_whose_bookings_they_await()
    {
        var (first, second) = (await AwaitAsync("m1", Noon.AddMinutes(1)), await AwaitAsync("m2", Noon.AddHours(1)));

        Assert.Equal([first], await Events.FindAwaitingAsync(Noon, Noon, 10, None));
        Assert.Equal(new[] { first, second }.Order(StringComparer.Ordinal), await Events.FindAwaitingAsync(Noon, Noon.AddHours(1), 10, None));
        Assert.Single(await Events.FindAwaitingAsync(Noon, Noon.AddHours(1), 1, None));
        Assert.Empty(await Events.FindAwaitingAsync(Noon.AddHours(-1), Noon.AddHours(-1), 10, None));
    }

    [Fact]
    public async Task What_a_worker_without_a_lease_says_is_in_no_hour()
    {
        await AcceptAsync(Booking("a"));
        var held = await ClaimAsync();
        Time.Advance(Lease * 2);
        await ClaimAsync();

        var commit = new EventCommit { Next = new NextStep.Continue(), Lead = Seen("a", "ada@lovelace.example", Noon), AwaitsBookingsOf = Noon };
        Assert.False(await Queue.CommitAsync(held, commit, None));

        Assert.Empty(await BookedAsync(Noon, Noon));
        Assert.Empty(await Events.FindAwaitingAsync(Noon, Noon, 10, None));
    }

    [Fact]
    public async Task Facts_are_given_from_one_lead_to_another_in_one_step()
    {
        var id = await AcceptAsync(Booking("a"));
        var held = await ClaimAsync();
        Assert.True(await Queue.CommitAsync(held, new EventCommit { Next = new NextStep.Continue(), Lead = Update(id) }, None));
        var fact = Assert.Single((await Events.GetLeadAsync(Ada, None)).Facts);

        var gives = new LeadUpdate { Key = Ada, Email = "ada@lovelace.example", WithdrawnFacts = [fact.Id] };
        var takes = new LeadUpdate { Key = Bob, Email = "bob@builder.example", Facts = [fact] };
        Assert.True(await Queue.CommitAsync(
            held, new EventCommit { Next = new NextStep.MoveTo(Lane.Lead(Bob), Stage.Facts, Bob), Lead = gives, OtherLead = takes }, None));

        var (ada, bob) = (await Events.GetLeadAsync(Ada, None), await Events.GetLeadAsync(Bob, None));
        Assert.Empty(ada.Facts);
        Assert.Equal("crm-1", ada.CrmId);
        Assert.Equal((fact, "bob@builder.example"), (Assert.Single(bob.Facts), bob.Email));
        Assert.Throws<ArgumentException>(() => new EventCommit { Next = Done, OtherLead = takes }.ThrowIfInconsistent());
    }

    private static LeadUpdate Seen(string invitee, string email, DateTimeOffset? start) => new()
    {
        Key = LeadKey.FromEmail(email),
        Email = email,
        Facts =
        [
            new BookingSeen
            {
                EventId = $"event-{invitee}",
                At = Noon,
                Moves = true,
                Booking = new Booking { InviteeId = invitee, Email = email, Start = start, CreatedAt = Noon, UpdatedAt = Noon },
            },
        ],
    };

    private async Task BookAsync(string invitee, string email, DateTimeOffset? start)
    {
        await AcceptAsync(Booking(invitee, new Lane($"lane-{invitee}")));
        var held = await ClaimAsync();
        Assert.True(await Queue.CommitAsync(held, new EventCommit { Next = Done, Lead = Seen(invitee, email, start) }, None));
    }

    private async Task<string> AwaitAsync(string meeting, DateTimeOffset at)
    {
        var id = await AcceptAsync(Booking(meeting, Lane.Meeting(meeting)));
        var held = await ClaimAsync();
        Assert.True(await Queue.CommitAsync(held, new EventCommit { Next = new NextStep.Continue(), AwaitsBookingsOf = at }, None));
        Assert.True(await CommitAsync(held, Done));
        return id;
    }

    private Task<IReadOnlyList<LeadKey>> BookedAsync(DateTimeOffset from, DateTimeOffset to) =>
        CreateClientOfSameData().Events.FindBookedLeadsAsync(from, to, 100, None);
}
