using System.Text.Json.Nodes;
using SalesIntel.EndToEnd.Tests.Support;
using SalesIntel.Storage.Contract;

namespace SalesIntel.EndToEnd.Tests.Pipeline;

/// <summary>A meeting of which nothing is taken says so: on the event, to the operator and to the rep, and nobody is alarmed.</summary>
public sealed class UnreadMeetingTests
{
    private const string Sale = "the rules do not take it for one in which something is sold";
    private const string Ours = "speakers: all are your own people";

    private static readonly string[] StandUp =
    [
        "Yesterday I fixed the export and today I'm reviewing two pull requests.",
        "The biggest problem is the nightly build, it fails half the time and we lose an hour every day.",
        "Who decides whether we postpone the release?",
        "I'm still waiting for the code review, it takes about three days on average.",
    ];

    [Fact]
    public async Task Meeting_that_rules_take_for_no_sale_and_a_meeting_of_our_own_people_say_so()
    {
        await using var host = await RunningHost.StartAsync(("DRY_RUN", "true"), ("GEMINI_API_KEY", ""));
        var talk = await host.FinishedAsync(await host.SendAsync("readai", StandUpWith("meeting_end_full")));
        var ours = await host.FinishedAsync((await host.SendAsync("readai", "meeting_end_internal_only")).EventId);
        var sale = await host.FinishedAsync((await host.SendAsync("readai", "meeting_end_long")).EventId);

        Assert.All([talk, ours, sale], stored => Assert.Equal(EventStatus.Processed, stored.Status));
        Assert.Contains(Sale, Detail(talk, "extraction"), StringComparison.Ordinal);
        Assert.Contains(Ours, Detail(ours, "extraction"), StringComparison.Ordinal);
        Assert.Contains("The rules do not take it for a sales call", Detail(talk, "note"), StringComparison.Ordinal);
        Assert.Contains("Only our own people speak", Detail(ours, "note"), StringComparison.Ordinal);
        Assert.DoesNotContain("speakers:", Detail(sale, "extraction"), StringComparison.Ordinal);
        Assert.DoesNotContain(Sale, Detail(sale, "extraction"), StringComparison.Ordinal);
        Assert.Empty(host.Simulator.State.SlackMessages);

        var commands = CommandLine.Beside(
            host.Simulator.BaseUrl, ("DATA_DIR", host.Data), ("DRY_RUN", "true"), ("GEMINI_API_KEY", ""));
        var shown = await commands.RunAsync("show", talk.EventId);
        Assert.Equal(0, shown.Code);
        Assert.Contains("the rules do not take it for one", shown.Output, StringComparison.Ordinal);

        static string Detail(WebhookEvent one, string effect) => one.Ledger[effect].Detail;
    }

    private static JsonObject StandUpWith(string file)
    {
        var meeting = RunningHost.Fixture("readai", file);
        var blocks = meeting["transcript"]!["speaker_blocks"]!.AsArray();
        while (blocks.Count > StandUp.Length)
        {
            blocks.RemoveAt(blocks.Count - 1);
        }

        for (var i = 0; i < StandUp.Length; i++)
        {
            blocks[i]!["words"] = StandUp[i];
            blocks[i]!["speaker"]!["name"] = i % 2 == 0 ? "Dana Whitlock" : "Rosalind Achterberg";
        }

        return meeting;
    }
}
