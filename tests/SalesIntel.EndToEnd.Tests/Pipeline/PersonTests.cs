using System.Text.Json.Nodes;
using SalesIntel.EndToEnd.Tests.Support;
using SalesIntel.Storage.Contract;

namespace SalesIntel.EndToEnd.Tests.Pipeline;

/// <summary>Whom a message is about, over the wire and into the CRM.</summary>
public sealed class PersonTests
{
    private const string Email = "hello@ostrich-and-oak.example";
    private static readonly string Long = new('x', 10_000);

    [Fact]
    public async Task Same_person_in_capitals_and_in_lower_case_is_one_lead()
    {
        await using var host = await RunningHost.StartAsync();
        var ids = await Task.WhenAll(
            host.SendAsync("calendly", Booking(Email, "11111111")), host.SendAsync("calendly", Booking(Email.ToUpperInvariant(), "22222222")));
        Assert.NotEqual(ids[0], ids[1]);
        foreach (var id in ids)
        {
            Assert.Equal(EventStatus.Processed, (await host.FinishedAsync(id)).Status);
        }

        Assert.Equal(Email, Assert.Single(host.Simulator.State.Leads)["Email"], ignoreCase: true);
        Assert.Equal(2, host.Simulator.State.Notes.Count);
    }

    [Fact]
    public async Task Meeting_with_a_title_and_names_of_10000_characters_becomes_a_lead()
    {
        await using var host = await RunningHost.StartAsync();
        var meeting = RunningHost.Fixture("readai", "meeting_end_full");
        meeting["title"] = Long;
        foreach (var person in meeting["participants"]!.AsArray().Select(person => person!.AsObject()))
        {
            (person["name"], person["first_name"], person["last_name"]) = ($"{Long} {Long}", Long, Long);
        }

        var stored = await host.FinishedAsync(await host.SendAsync("readai", meeting));
        Assert.True(stored.Status == EventStatus.Processed, stored.LastError);
        var lead = Assert.Single(host.Simulator.State.Leads);
        Assert.InRange(lead["Last_Name"]!.Length, 1, 80);
        Assert.Single(host.Simulator.State.Notes);
    }

    private static JsonObject Booking(string email, string invitee)
    {
        var booking = RunningHost.Fixture("calendly", "invitee_created_minimal");
        var payload = booking["payload"]!.AsObject();
        payload["email"] = email;
        payload["uri"] = payload["uri"]!.ToString().Replace("61e9c4f8", invitee, StringComparison.Ordinal);
        return booking;
    }
}
