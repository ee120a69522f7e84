using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Leads.Meetings;

/// <summary>Who of a meeting belongs to the team that sells.</summary>
public sealed class MeetingSidesTests
{
    private static readonly MeetingAttendee Rep = new("Rep One", "rep@seller.example");
    private static readonly MeetingAttendee Ann = new("Ann Ray", "ann@ray.example");

    [Theory]
    [InlineData("rep@seller.example", MeetingSide.Seller)]
    [InlineData("REP@EU.Seller.Example", MeetingSide.Seller)]
    [InlineData("rep@notseller.example", MeetingSide.Buyer)]
    [InlineData("rep@seller.example.example", MeetingSide.Buyer)]
    public void Address_decides(string email, object side) =>
        Assert.Equal(side, Sides(["@Seller.example"], Ann).Of(new MeetingAttendee("Ann Ray", email)));

    [Theory]
    [InlineData("Rep One")]
    [InlineData("REP ONE")]
    [InlineData("[Rep One]:")]
    [InlineData("**Rep One:**")]
    [InlineData("**[Rep One]**:")]
    [InlineData("_Rep One_")]
    [InlineData("Rep One (Seller)")]
    [InlineData("Rep One (she/her)")]
    [InlineData("[Rep One (Account Executive)]")]
    [InlineData("Rep One - Account Executive")]
    [InlineData("Rep One | Seller Inc.")]
    [InlineData("Rep One, Account Executive")]
    [InlineData("Rep One from Seller")]
    [InlineData("One, Rep")]
    [InlineData("Rep")]
    [InlineData("Rep O.")]
    [InlineData("Rep One <rep@seller.example>")]
    [InlineData("rep@seller.example")]
    [InlineData("Sam Two (Seller)")]
    [InlineData("Sam Two | seller.example")]
    public void Name_of_a_seller_is_known_in_each_dress(string speaker) =>
        Assert.Equal(MeetingSide.Seller, Sides(["seller.example"], Rep, Ann).OfSpeaker(speaker));

    [Theory]
    [InlineData("[Ann Ray]:")]
    [InlineData("Ann")]
    [InlineData("Ann Ray (Ray & Sons)")]
    [InlineData("Ray, Ann")]
    public void Name_of_a_buyer_is_known_too(string speaker) =>
        Assert.Equal(MeetingSide.Buyer, Sides(["seller.example"], Rep, Ann).OfSpeaker(speaker));

    [Theory]
    [InlineData("Speaker 1")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("Zed Nobody (Other Ltd)")]
    public void Stranger_is_unknown(string speaker) =>
        Assert.Equal(MeetingSide.Unknown, Sides(["seller.example"], Rep, Ann).OfSpeaker(speaker));

    [Fact]
    public void Short_name_that_fits_both_sides_is_unknown_and_the_whole_name_is_not()
    {
        var sides = Sides(["seller.example"], Ann, new MeetingAttendee("Ann Poe", "poe@seller.example"));

        Assert.Equal(MeetingSide.Unknown, sides.OfSpeaker("Ann"));
        Assert.Equal(MeetingSide.Seller, sides.OfSpeaker("Ann (Seller)"));
        Assert.Equal(MeetingSide.Seller, sides.OfSpeaker("Ann Poe"));
        Assert.Equal(MeetingSide.Buyer, sides.OfSpeaker("Ann Ray"));
    }

    [Theory]
    [InlineData("Sam Two (Host): Hi.\nSam Two (Seller): We save you hours.\nSam Two: Bye.", MeetingSide.Seller)]
    [InlineData("Sam Two | Seller Inc. | seller.example: Hi.\nAnn Ray: Yes.\nSam Two | Seller Inc. | seller.example: Bye.", MeetingSide.Seller)]
    [InlineData("Sam Two <sam@seller.example>: Hi.\nAnn Ray: Yes.", MeetingSide.Seller)]
    [InlineData("Sam Two (Other Ltd): Hi.\nAnn Ray: Yes.", MeetingSide.Unknown)]
    public void Company_beside_the_name_in_a_transcript_tells_the_side(string transcript, object side)
    {
        var turns = Transcript.Parse(transcript).Turns;
        var meeting = new Meeting { SessionId = "S1", Attendees = [Ann], Transcript = turns };

        Assert.Equal("Sam Two", turns[0].Speaker);
        Assert.Equal(side, new MeetingSides(meeting, new TeamOptions { InternalDomains = ["seller.example"] }).OfSpeaker("Sam Two"));
    }

    [Fact]
    public void Attendee_without_an_address_is_who_has_the_same_name() =>
        Assert.Equal(MeetingSide.Seller, Sides(["seller.example"], Rep, Ann).Of(new MeetingAttendee("Rep One (host)", null)));

    [Fact]
    public void Names_of_scripts_without_spaces_keep_their_order()
    {
        var sides = Sides(["seller.example"], new MeetingAttendee("田中 太郎", "t@seller.example"), new MeetingAttendee("中田", "n@ray.example"));

        Assert.Equal(MeetingSide.Seller, sides.OfSpeaker("田中太郎"));
        Assert.Equal(MeetingSide.Seller, sides.OfSpeaker("田中"));
        Assert.Equal(MeetingSide.Buyer, sides.OfSpeaker("中田"));
    }

    [Theory]
    [InlineData("owner@eu.seller.example", "rep@seller.example", MeetingSide.Seller)]
    [InlineData("owner@seller.example", "ann@ray.example", MeetingSide.Buyer)]
    [InlineData("owner@gmail.com", "ann@gmail.com", MeetingSide.Buyer)]
    [InlineData("owner@gmail.com", "owner@gmail.com", MeetingSide.Seller)]
    [InlineData(null, "ann@ray.example", MeetingSide.Buyer)]
    public void Without_domains_the_owners_company_counts(string? owner, string email, object side)
    {
        var meeting = new Meeting { SessionId = "S", Owner = owner is null ? null : new MeetingAttendee("Owner", owner), Attendees = [Rep, Ann] };

        Assert.Equal(side, new MeetingSides(meeting, new TeamOptions()).OfAddress(email));
    }

    [Fact]
    public void Owner_from_outside_is_no_seller_where_domains_are_configured()
    {
        var meeting = new Meeting { SessionId = "S", Owner = Ann, Attendees = [Rep] };

        Assert.Equal(MeetingSide.Buyer, new MeetingSides(meeting, new TeamOptions { InternalDomains = ["seller.example"] }).Of(Ann));
    }

    [Fact]
    public void Comparisons_are_bounded()
    {
        var crowd = Enumerable.Range(0, 5_000).Select(number => new MeetingAttendee($"Ann {number}", $"ann{number}@ray.example"));
        var sides = Sides(["seller.example"], [Rep, .. crowd]);

        Assert.Equal(MeetingSide.Seller, sides.OfSpeaker("Rep One"));
        Assert.All(Enumerable.Range(0, 5_000), number => sides.OfSpeaker($"Speaker {number}"));
        Assert.Equal(MeetingSide.Unknown, sides.OfSpeaker("Rep"));
        Assert.Equal(MeetingSide.Seller, sides.OfSpeaker("Rep One"));
    }

    private static MeetingSides Sides(string[] domains, params MeetingAttendee[] people) => new(
        new Meeting { SessionId = "S", Attendees = people }, new TeamOptions { InternalDomains = domains });
}
