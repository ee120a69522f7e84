using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;
using static SalesIntel.Core.Tests.Fakes.Demos;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>Who holds a demo is ours, whatever the domain of the address; and who booked it may join with another address.</summary>
public sealed class OutsideHostTests
{
    private const string Agent = "agent@agency.example";
    private const string Lena = "lena@fuchs.example";
    private const string Private = "lena.private@mail.example";

    private static readonly (string, string?) Host = ("Agent A", Agent);

    public static TheoryData<string> Guests => ["iPhone", "Lena F.", "Lena Fuchs"];

    [Theory]
    [MemberData(nameof(Guests))]
    public async Task Host_with_an_address_of_another_domain_is_no_lead(string guest) =>
        await AssertInAnyOrderAsync([Hosted(), Held("M", Host, (guest, null))], Lena);

    [Fact]
    public async Task Host_alone_met_who_booked() => await AssertInAnyOrderAsync([Hosted(), Held("M", Host)], Lena);

    [Fact]
    public async Task Stranger_beside_the_host_is_the_lead() =>
        await AssertInAnyOrderAsync([Hosted(), Held("M", Host, ("Zed Zulu", "zed@zulu.example"))], "zed@zulu.example");

    [Fact]
    public async Task Host_is_ours_in_the_note_and_in_what_counts()
    {
        var pipeline = NewPipeline();
        await pipeline.PostAsync(Hosted());
        await pipeline.DrainAsync();
        await pipeline.PostAsync(Held("M", Host, ("Lena Fuchs", null)));
        await pipeline.DrainAsync();

        var shown = pipeline.Crm.Notes.Select(note => note.Content).Single(text => text.Contains("OUR TEAM", StringComparison.Ordinal));
        Assert.Contains("- Agent A <agent@agency.example>", shown[shown.IndexOf("OUR TEAM", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Lena Fuchs")]
    [InlineData("FUCHS, Lena")]
    public async Task Who_booked_may_join_with_another_address(string name) =>
        await AssertInAnyOrderAsync([Booked("A", Lena, "Lena Fuchs"), Held("M", ("Rep One", Rep), (name, Private))], Lena);

    [Theory]
    [InlineData("Lena", "Rep One")]
    [InlineData("Lena Fuchs", "Rep Nine")]
    public async Task Another_address_is_another_person_unless_the_name_and_the_host_are_those_of_the_booking(string name, string host) =>
        await AssertInAnyOrderAsync([Booked("A", Lena, name, host), Held("M", ("Rep One", Rep), (name, Private))], Private);

    private static string Hosted() => Booked("A", Lena, "Lena Fuchs", "Agent A", hostEmail: Agent);

    private static async Task AssertInAnyOrderAsync(string[] bodies, string expected)
    {
        foreach (var order in new[] { bodies, [.. bodies.Reverse()] })
        {
            var pipeline = NewPipeline();
            foreach (var body in order)
            {
                await pipeline.PostAsync(body);
                await pipeline.DrainAsync();
            }

            Assert.Equal(expected, await pipeline.Store.GetMeetingLeadAsync("M", CancellationToken.None));
            foreach (var email in new[] { Lena, Agent, Private, Rep, "zed@zulu.example" })
            {
                var record = await pipeline.Store.GetLeadAsync(LeadKey.FromEmail(email), CancellationToken.None);
                Assert.Equal(email == expected ? 1 : 0, record.Facts.OfType<MeetingHeld>().Count());
            }
        }
    }

    private static Pipeline NewPipeline()
    {
        var made = new Pipeline();
        made.Team.InternalDomains = ["seller.example"];
        return made;
    }
}
