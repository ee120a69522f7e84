using SalesIntel.Engine;
using SalesIntel.Leads;
using SalesIntel.Webhooks;

namespace SalesIntel.Core.Tests.Engine;

public sealed class SortedPeopleTests
{
    [Theory]
    [InlineData("ann@lee.example", true)]
    [InlineData("ann@notgovisually.com", true)]
    [InlineData("ann@govisually.com.example", true)]
    [InlineData("roomy@lee.example", true)]
    [InlineData("calendars@lee.example", true)]
    [InlineData("ann@bread.ai", true)]
    [InlineData("dana@govisually.com", false)]
    [InlineData("dana@mail.eu.govisually.com", false)]
    [InlineData("DANA@CLOCKWORKSTUDIO.COM", false)]
    [InlineData("c_188abc@resource.calendar.google.com", false)]
    [InlineData("x@group.calendar.google.com", false)]
    [InlineData("x@group.v.calendar.google.com", false)]
    [InlineData("room-4@lee.example", false)]
    [InlineData("noreply@lee.example", false)]
    [InlineData("no-reply+77@lee.example", false)]
    [InlineData("notetaker@lee.example", false)]
    [InlineData("assistant@read.ai", false)]
    [InlineData("bot@e.read.ai", false)]
    public void Guest_is_a_person_from_outside(string email, bool expected) =>
        Assert.Equal(expected, Select([email]).External.Count == 1);

    [Theory]
    [InlineData("Fireflies.ai Notetaker Ann", "fred@fireflies.ai", false)]
    [InlineData("Ann Lee", "fred@fireflies.ai", false)]
    [InlineData("Ann's AI Notetaker (Otter)", "ann@lee.example", false)]
    [InlineData("Ann's OtterPilot", "ann@lee.example", false)]
    [InlineData("Otter.ai", "a@lee.example", false)]
    [InlineData("tl;dv", "a@lee.example", false)]
    [InlineData("Ann Otter", "ann@lee.example", true)]
    [InlineData("AI Note Taker", "x@lee.example", false)]
    [InlineData("Meeting Recorder", "x@lee.example", false)]
    [InlineData("Ann Lee", "bot@lee.example", false)]
    [InlineData("Fred Ray", "fred@ray.example", true)]
    [InlineData("Kim Bot", "kim@bot.example", true)]
    [InlineData("Ann Notetakers", "ann@lee.example", true)]
    [InlineData("", "ann@lee.example", true)]
    public void Recorder_is_no_guest(string name, string email, bool expected)
    {
        var candidates = new LeadRoute.Candidates { People = [new MeetingAttendee(name, email)] };

        Assert.Equal(expected, new SortedPeople(candidates, new TeamOptions()).External.Count == 1);
    }

    [Fact]
    public void Guests_keep_their_order_and_come_once()
    {
        var candidates = Select(["b@x.example", "dana@govisually.com", "a@x.example", null, "B@x.example"]);

        Assert.Equal(["b@x.example", "a@x.example"], candidates.External);
        Assert.Equal(["dana@govisually.com"], candidates.Internal);
        Assert.Null(candidates.ExternalOwner);
    }

    [Fact]
    public void Owner_from_outside_is_named_as_such()
    {
        var candidates = Select(["dana@govisually.com"], owner: "ann@lee.example");

        Assert.Equal("ann@lee.example", candidates.ExternalOwner);
        Assert.Empty(candidates.External);
    }

    [Fact]
    public void Our_owner_comes_last_of_our_people()
    {
        var candidates = Select(["dana@govisually.com"], owner: "marco@clockworkstudio.com");

        Assert.Equal(["dana@govisually.com", "marco@clockworkstudio.com"], candidates.Internal);
        Assert.Null(candidates.ExternalOwner);
    }

    [Fact]
    public void Machines_are_no_addresses()
    {
        var candidates = Select([null, "c_1@resource.calendar.google.com"], owner: "noreply@govisually.com");

        Assert.Empty(candidates.External);
        Assert.Empty(candidates.Internal);
        Assert.Null(candidates.ExternalOwner);
    }

    [Fact]
    public void Domains_may_be_configured_with_at_sign_and_capitals()
    {
        var team = new TeamOptions { InternalDomains = ["@Lee.Example"] };

        Assert.Empty(Select(["ann@lee.example"], team: team).External);
        Assert.Single(Select(["dana@govisually.com"], team: team).External);
    }

    private static SortedPeople Select(string?[] emails, string? owner = null, TeamOptions? team = null) => new(
        new LeadRoute.Candidates
        {
            Owner = owner is null ? null : new MeetingAttendee("Owner", owner),
            People = [.. emails.Select(email => new MeetingAttendee("Name", email))],
        },
        team ?? new TeamOptions { InternalDomains = ["govisually.com", "clockworkstudio.com"] });
}
