using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>What an event asks of the CRM: nothing is read twice within one event without a reason.</summary>
public sealed class CallsOfAnEventTests
{
    private const string Ada = "ada@quill.example";

    private readonly Pipeline pipeline = new();

    // Without the follow-up task, which is made only where it is wanted.
    private IReadOnlyList<string> Calls => [.. pipeline.Crm.Calls.Where(call => call != "task")];

    [Fact]
    public async Task New_booking_is_looked_for_once_and_written_three_times()
    {
        await pipeline.PostAsync(Bodies.Created("A", Ada, 0, 48));
        await pipeline.DrainAsync();

        Assert.Equal(["find", "write", "write", "note"], Calls);
    }

    [Fact]
    public async Task Lead_that_a_person_entered_before_is_looked_at_once()
    {
        pipeline.Crm.Add(Ada, ("company_name", "typed"));
        await pipeline.PostAsync(Bodies.Created("A", Ada, 0, 48));
        await pipeline.DrainAsync();

        Assert.Equal(["find", "write", "write", "note"], Calls);
        Assert.Equal("typed", (string?)Assert.Single(pipeline.Crm.Leads).Value["company_name"]);
    }

    [Fact]
    public async Task Later_booking_of_a_known_lead_takes_four_calls_and_a_cancellation_one()
    {
        await pipeline.PostAsync(Bodies.Created("A", Ada, 0, 48));
        await pipeline.DrainAsync();
        pipeline.Crm.Calls.Clear();

        await pipeline.PostAsync(Bodies.Created("C", Ada, 5, 50, pain: "Slower"));
        await pipeline.DrainAsync();
        Assert.InRange(Calls.Count, 3, 4);
        Assert.InRange(Calls.Count(call => call is "get" or "find"), 0, 1);

        pipeline.Crm.Calls.Clear();
        await pipeline.PostAsync(Bodies.Canceled("C", Ada, 5, 50, 60));
        await pipeline.DrainAsync();
        Assert.Equal(["write"], Calls);
    }

    [Fact]
    public async Task Edit_of_a_person_while_the_model_took_long_is_seen()
    {
        await pipeline.PostAsync(Bodies.Created("A", Ada, 0, 48));
        pipeline.Extractor.Fault = () =>
        {
            pipeline.Crm.Leads.Values.Single()["stated_pain_points"] = "typed by a person";
            pipeline.Time.Advance(LeadLook.Life);
            return null;
        };
        await pipeline.DrainAsync();

        Assert.Equal(["find", "write", "get", "write", "note"], Calls);
        Assert.Equal("typed by a person", (string?)pipeline.Crm.Leads.Values.Single()["stated_pain_points"]);
    }
}
