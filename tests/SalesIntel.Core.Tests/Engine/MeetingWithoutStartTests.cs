using System.Text.Json.Nodes;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using static SalesIntel.Core.Tests.Fakes.Demos;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>A report that does not say when the meeting began: what else tells its hour is taken, and where nothing does, nobody is the lead
/// for want of the one who came.</summary>
public sealed class MeetingWithoutStartTests
{
    private static readonly (string, string?) TheRep = ("Rep One", Rep);
    private static readonly (string, string?) Somebody = ("Somebody Else", null);

    [Theory]
    [InlineData("""{"end_time":"2026-12-08T15:31:00Z"}""")]
    [InlineData("""{"end_time":"2026-12-08T16:20:00Z","duration_minutes":78}""")]
    [InlineData("""{"start_time":"n/a","end_time":1796743860000}""")]
    [InlineData("""{"start_date":"2026-12-08T15:00:00Z"}""")]
    [InlineData("""{"scheduled_start_time":"2026-12-08T15:00:00Z"}""")]
    [InlineData("""{"starts_at":1796742000}""")]
    [InlineData("""{"meeting_date":"2026-12-08","meeting_time":"15:00"}""")]
    [InlineData("""{"date":"2026-12-08","time":"3:00 PM"}""")]
    [InlineData("""{"date":"2026-12-08","start_time":"15:00"}""")]
    [InlineData("""{"start_time":"2026-12-08T10:00:00","timezone":"America/New_York"}""")]
    [InlineData("""{"date":"2026-12-08","start_time":"16:00","time_zone":"Europe/Berlin"}""")]
    [InlineData("""{"transcript":[{"speaker":"Rep One","text":"How do reviews work today?","start_time":1796742003000},{"speaker":"iPhone","text":"We lose twelve hours a week.","start_time":1796742010000}]}""")]
    public async Task What_else_tells_the_hour_finds_the_booking(string members)
    {
        var (pipeline, report) = await ReceiveAsync(members, Booked("A", Pat, "Pat Person"));

        Assert.Equal(Pat, await pipeline.Store.GetMeetingLeadAsync("M", CancellationToken.None));
        Assert.Equal(EventStatus.Processed, report.Status);
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("{}", false)]
    [InlineData("""{"start_time":"some time ago"}""", true)]
    [InlineData("""{"start_time":"2026-12-08"}""", true)]
    [InlineData("""{"date":"8 December 2026"}""", true)]
    public async Task Nobody_is_the_lead_where_nothing_tells_who_came(string members, bool isBooked)
    {
        var (pipeline, report) = await ReceiveAsync(members, isBooked ? [Booked("A", Pat, "Pat Person")] : []);

        Assert.Null(await pipeline.Store.GetMeetingLeadAsync("M", CancellationToken.None));
        Assert.Equal(EventStatus.Ignored, report.Status);
        Assert.Contains("Somebody took part of whom no address is known", report.LastError, StringComparison.Ordinal);
        var rep = await pipeline.Store.GetLeadAsync(LeadKey.FromEmail(Rep), CancellationToken.None);
        Assert.Empty(rep.Facts);
    }

    private static async Task<(Pipeline Pipeline, WebhookEvent Report)> ReceiveAsync(string members, params string[] bookings)
    {
        var pipeline = new Pipeline();
        pipeline.Team.InternalDomains = ["seller.example"];
        foreach (var booking in bookings)
        {
            await pipeline.PostAsync(booking);
            await pipeline.DrainAsync();
        }

        var report = JsonNode.Parse(Held("M", start: null, TheRep, Somebody))!.AsObject();
        foreach (var member in JsonNode.Parse(members)!.AsObject())
        {
            report[member.Key] = member.Value?.DeepClone();
        }

        var accepted = await pipeline.PostAsync(report.ToJsonString());
        await pipeline.DrainAsync();
        return (pipeline, (await pipeline.Store.GetAsync(accepted.EventId, CancellationToken.None))!);
    }
}
