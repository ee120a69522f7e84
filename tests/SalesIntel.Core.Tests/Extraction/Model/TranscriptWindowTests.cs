using System.Text.Json;
using System.Text.Json.Nodes;
using SalesIntel.Leads;
using static SalesIntel.Extraction.ScriptedChatClient;

namespace SalesIntel.Extraction;

/// <summary>A transcript is read whole: in one call, or in windows that lose nothing between them.</summary>
public class TranscriptWindowTests
{
    [Theory]
    [InlineData(519, 200_000, 1)]
    [InlineData(519, 5_000, null)]
    [InlineData(519, 1_000, null)]
    [InlineData(3, 1_000, 1)]
    [InlineData(1, 1_000, 1)]
    public void Every_turn_is_in_a_window_and_neighbours_overlap(int turns, int tokens, int? expected)
    {
        var transcript = Fixtures.Meeting("meeting_end_long").Transcript.Take(turns).ToList();
        var windows = TranscriptText.Windows(transcript, tokens, out var read);

        Assert.Equal(transcript.Count, read + Unread(windows, transcript.Count));
        Assert.All(windows, window => Assert.InRange(TokenEstimate.Of(window.Text), 1, tokens + 10));
        Assert.All(windows.Zip(windows.Skip(1)), pair => Assert.Equal(pair.First.First + pair.First.Count - TranscriptText.Overlap, pair.Second.First));
        Assert.StartsWith("[1] ", windows[0].Text);
        Assert.All(windows, window => Assert.Equal(window.Count, window.Text.Split('\n').Length));
        if (expected is { } count)
        {
            Assert.Equal(count, windows.Count);
        }
    }

    [Fact]
    public void What_twenty_windows_do_not_hold_is_told()
    {
        var turns = Enumerable.Range(0, 5_000).Select(i => new TranscriptTurn("Ada", $"word {i} and more of it that is said", null)).ToList();
        var prompts = Prompts(new Meeting { SessionId = "1", Transcript = turns }, 1_000);
        Assert.Equal(TranscriptText.MostWindows, prompts.Windows.Count);
        Assert.InRange(prompts.Coverage, 0.1, 0.5);
        Assert.Contains(prompts.Windows[0].Issues, issue => issue.EndsWith("of 5000 turns were not read whole", StringComparison.Ordinal));
    }

    [Fact]
    public void A_turn_that_no_window_holds_is_cut_in_its_middle_and_told()
    {
        var text = new string('a', 50_000) + new string('z', 50_000);
        var windows = TranscriptText.Windows([new TranscriptTurn("A", "Hello.", null), new TranscriptTurn("B", text, null)], 2_000, out var read);
        Assert.Equal(1, read);
        Assert.Contains("characters are left out here", windows[^1].Text);
        Assert.EndsWith("zzz", windows[^1].Text);
    }

    [Fact]
    public async Task The_claims_of_all_windows_are_one_list_without_what_two_windows_share()
    {
        var meeting = Fixtures.Meeting("meeting_end_long");
        var options = new ExtractionOptions { MaxPromptTokens = 8_000 };
        var count = Prompts(meeting, 8_000).Windows.Count;
        var first = Claim("For this size, Helene owns the budget", 1, "economic_buyer");
        var answers = Enumerable.Range(0, count).Select(i => Says(Completions.Of(new ConversationPrompt(FieldCatalog.Default), answer =>
        {
            answer["claims"] = new JsonArray(first.DeepClone(), Claim($"{meeting.Transcript[i].Text}", i + 1, "metrics"));
            answer["next_steps"] = i == 0 ? null : new JsonArray("Dana sends the quote", $"Step {i}");
        })));
        var chat = new ScriptedChatClient([.. answers]);

        var result = await new ModelExtractor(chat, options).ExtractAsync(new MeetingDocument(meeting, DateTimeOffset.UnixEpoch), FieldCatalog.Default, default);

        Assert.True(count > 1);
        Assert.Equal((count, 100 * count, 1.0), (result.Calls, (int)result.InputTokens, result.Coverage));
        Assert.Contains($"transcript: read in {count} windows", result.Issues);
    }

    [Fact]
    public void Merging_is_the_same_each_time_and_reads_flat_answers_beside_lists()
    {
        string[] keys = ["claims", "next_steps", "note", "metrics_quote", "metrics_turn", "metrics"];
        var windows = new[]
        {
            Members("""{"claims":[{"element":"metrics","quote":"Nine days.","turn":3,"claim":"9 days"}],"next_steps":null,"note":"a"}"""),
            Members("""{"metrics_quote":"nine days","metrics_turn":4,"metrics":"9 days","next_steps":["Call","call!"],"note":"b"}"""),
            Members("""{"metrics_quote":"ten","metrics_turn":9,"metrics":"10 days","next_steps":["Send"],"note":"A"}"""),
        };

        var merged = JsonSerializer.Serialize(WindowMerge.Of(windows, keys));

        Assert.Equal(
            """{"claims":[{"element":"metrics","quote":"Nine days.","turn":3,"claim":"9 days"},{"element":"metrics","quote":"ten","turn":9,"claim":"10 days"}],"next_steps":["Call","Send"],"note":"a\nb\nA"}""",
            merged);
        Assert.Equal(merged, JsonSerializer.Serialize(WindowMerge.Of(windows, keys)));
    }

    private static int Unread(IReadOnlyList<TranscriptWindow> windows, int turns) => turns - (windows[^1].First + windows[^1].Count);

    private static PromptWindows Prompts(Meeting meeting, int tokens) => new ConversationPrompt(FieldCatalog.Default)
        .For(meeting, new ExtractionOptions { MaxPromptTokens = tokens }, new TeamOptions());

    private static JsonObject Claim(string quote, int turn, string element) => new()
    {
        ["element"] = element, ["quote"] = quote, ["turn"] = turn, ["claim"] = quote,
    };

    private static Dictionary<string, JsonElement> Members(string json) =>
        JsonElement.Parse(json).EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
}
