using Microsoft.Extensions.AI;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Core.Tests.Operations;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>Where the budget of a day allows one extraction, the one whose demo is soonest is made; facts go on, and no attempt is used up.
/// </summary>
public sealed class SoonestDemoTests
{
    // A call reserves about 9,000 and uses 15,000, so that a day has room for one.
    private const int Budget = 20_000;

    private readonly ScriptedChatClient chat = new([.. Enumerable.Range(0, 4).Select(_ => Says())]);
    private readonly Pipeline pipeline;

    public SoonestDemoTests() => pipeline = new Pipeline(chat: chat, extraction: options => options.TokensPerDay = Budget);

    [Fact]
    public async Task Three_bookings_wait_for_a_budget_that_allows_one_a_day()
    {
        await pipeline.PostAndDrainAsync(Booked("spent", "spent@quill.example", 600));
        string[] ids =
        [
            (await pipeline.PostAsync(Booked("december", "december@quill.example", 1_008))).EventId,
            (await pipeline.PostAsync(Booked("wednesday", "wednesday@quill.example", 576))).EventId,
            (await pipeline.PostAsync(Booked("tuesday", "tuesday@quill.example", 552))).EventId,
        ];
        await pipeline.RunDueAsync();

        Assert.Equal(["spent"], Asked());
        Assert.Equal(4, pipeline.Crm.Leads.Count);
        Assert.All(pipeline.Crm.Leads.Values, lead => Assert.Equal("DemoBooked", (string?)lead["lead_status"]));
        Assert.Equal(
            ["model:daily_budget", "model:daily_budget_reserve"], pipeline.Alerts.Raised.Select(alert => alert.Fingerprint).Distinct().Order());

        string[][] days = [["spent", "tuesday"], ["spent", "tuesday", "wednesday"], ["spent", "tuesday", "wednesday", "december"]];
        foreach (var day in days)
        {
            await NextDayAsync();
            Assert.Equal(day, Asked());
        }

        foreach (var id in ids)
        {
            var stored = await pipeline.EventAsync(id);
            Assert.Equal((EventStatus.Processed, 0, ""), (stored.Status, stored.Attempts, stored.ErrorClass));
        }
    }

    private static string Booked(string name, string email, int startHour) => Bodies.Created(name, email, 31_680, startHour);

    private static ChatResponse Says()
    {
        var answer = ScriptedChatClient.Says(Completions.Of(new FormPrompt(FieldCatalog.Default)));
        answer.Usage = new UsageDetails { InputTokenCount = 14_000, OutputTokenCount = 1_000 };
        return answer;
    }

    private string[] Asked() =>
    [
        .. Enumerable.Range(0, chat.Asked.Count).Select(call => ((string[])["spent", "december", "wednesday", "tuesday"])
            .Single(name => chat.Prompt(call).Contains($"Company of {name}", StringComparison.Ordinal))),
    ];

    // Past midnight, and until whatever was put off to this day has had its turn.
    private async Task NextDayAsync()
    {
        var midnight = new DateTimeOffset(pipeline.Time.GetUtcNow().Date.AddDays(1), TimeSpan.Zero);
        pipeline.Time.SetUtcNow(midnight);
        for (var second = 0; second < 900; second++)
        {
            await pipeline.RunDueAsync();
            pipeline.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
