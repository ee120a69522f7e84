using System.Text.Json;
using System.Text.Json.Nodes;
using SalesIntel.Simulator;

namespace SalesIntel.Gemini.Tests.Simulator;

public sealed class GeminiFaultTests
{
    private const string Prompt = "[1] Ada Lane: We lose ten days on each label.";

    private static async Task<(int Status, JsonObject Body, GeminiCall Call)> StrikeAsync(FaultAction action, double? retryAfter = null, string? text = null)
    {
        await using var sim = await GeminiCaller.StartAsync();
        sim.Server.Faults.Add(new SimulatorFault { Target = FaultTarget.Gemini, Action = action, Times = 1, RetryAfterSeconds = retryAfter, Body = text });
        var (status, body) = await sim.AskAsync(Prompt, Samples.Meddic());
        return (status, body, Assert.Single(sim.Server.State.GeminiCalls));
    }

    [Fact]
    public async Task A_good_call_has_usage_version_and_a_log_entry_without_content()
    {
        await using var sim = await GeminiCaller.StartAsync();

        var (_, body) = await sim.AskAsync(Prompt, Samples.Meddic(), model: "gemini-3.8-flash");

        Assert.Equal("STOP", body["candidates"]![0]!["finishReason"]!.ToString());
        Assert.Equal("gemini-3.8-flash", body["modelVersion"]!.ToString());
        Assert.NotEmpty(body["responseId"]!.ToString());
        var usage = body["usageMetadata"]!;
        Assert.Equal(
            (int)usage["totalTokenCount"]!,
            (int)usage["promptTokenCount"]! + (int)usage["candidatesTokenCount"]! + (int)usage["thoughtsTokenCount"]!);
        var call = Assert.Single(sim.Server.State.GeminiCalls);
        Assert.Equal(("ok", 200, "generic", 64), (call.Outcome, call.Status, call.AnswerSet, call.PromptHash.Length));
        Assert.Equal(10, call.SchemaProperties.Count);
        Assert.False(call.KeyInUrl);
    }

    [Theory]
    [InlineData("invalid")]
    [InlineData("")]
    public async Task A_bad_key_is_a_400_with_a_reason(string key)
    {
        await using var sim = await GeminiCaller.StartAsync();

        var (status, body) = await sim.AskAsync(Prompt, Samples.Meddic(), key);

        Assert.Equal(400, status);
        Assert.Equal("API_KEY_INVALID", body["error"]!["details"]![0]!["reason"]!.ToString());
        Assert.Empty(sim.Server.State.GeminiPrompts);
    }

    [Fact]
    public async Task Requests_that_the_real_server_refuses_are_refused()
    {
        await using var sim = await GeminiCaller.StartAsync();

        Assert.Equal(400, (await sim.AskAsync(Prompt, Samples.Meddic(), config: [])).Status);
        var old = JsonNode.Parse("""{"responseMimeType":"application/json","thinkingConfig":{"thinkingLevel":"low"}}""")!.AsObject();
        Assert.Equal(400, (await sim.AskAsync(Prompt, null, model: "gemini-2.5-flash", config: old)).Status);
        Assert.Equal(404, (await sim.AskAsync(Prompt, null, model: "gemini-2.0-flash")).Status);
    }

    [Theory]
    [InlineData(FaultAction.RateLimit, "PerMinute")]
    [InlineData(FaultAction.DailyQuota, "PerDay")]
    public async Task Quota_says_which_and_how_long(FaultAction action, string quota)
    {
        var (status, body, call) = await StrikeAsync(action, retryAfter: 12.5);

        Assert.Equal(429, status);
        var details = body["error"]!["details"]!.AsArray();
        Assert.Contains(quota, details[0]!["violations"]![0]!["quotaId"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("12.5s", details[1]!["retryDelay"]!.ToString());
        Assert.StartsWith("fault:", call.Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unavailable_is_503()
    {
        var (status, body, _) = await StrikeAsync(FaultAction.Unavailable);

        Assert.Equal((503, "UNAVAILABLE"), (status, body["error"]!["status"]!.ToString()));
    }

    [Fact]
    public async Task Fenced_and_prose_hold_the_good_answer()
    {
        foreach (var action in new[] { FaultAction.Fenced, FaultAction.Prose })
        {
            var text = GeminiCaller.TextOf((await StrikeAsync(action)).Body)!;

            Assert.Equal(action == FaultAction.Fenced, text.Contains("```json", StringComparison.Ordinal));
            Assert.False(text.StartsWith('{'));
            var inner = text[text.IndexOf('{')..(text.LastIndexOf('}') + 1)];
            Assert.Equal(10, JsonNode.Parse(inner)!.AsObject().Count);
        }
    }

    [Theory]
    [InlineData(FaultAction.Broken, "STOP")]
    [InlineData(FaultAction.Truncated, "MAX_TOKENS")]
    public async Task Broken_and_truncated_do_not_parse(FaultAction action, string finishReason)
    {
        var (_, body, _) = await StrikeAsync(action);

        Assert.Equal(finishReason, body["candidates"]![0]!["finishReason"]!.ToString());
        Assert.ThrowsAny<JsonException>(() => JsonNode.Parse(GeminiCaller.TextOf(body)!));
    }

    [Fact]
    public async Task Blocked_has_no_candidates_and_a_reason()
    {
        var (status, body, _) = await StrikeAsync(FaultAction.Blocked);

        Assert.Equal(200, status);
        Assert.Null(body["candidates"]);
        Assert.Equal("PROHIBITED_CONTENT", body["promptFeedback"]!["blockReason"]!.ToString());
    }

    [Theory]
    [InlineData(FaultAction.MaxTokens, "MAX_TOKENS")]
    [InlineData(FaultAction.Empty, "STOP")]
    public async Task Empty_answers_have_no_parts(FaultAction action, string finishReason)
    {
        var (_, body, _) = await StrikeAsync(action);

        Assert.Null(GeminiCaller.TextOf(body));
        Assert.Equal(finishReason, body["candidates"]![0]!["finishReason"]!.ToString());
    }

    [Fact]
    public async Task Invalid_schema_parses_and_is_not_true_to_the_schema()
    {
        var answer = JsonNode.Parse(GeminiCaller.TextOf((await StrikeAsync(FaultAction.InvalidSchema)).Body)!)!.AsObject();

        Assert.IsType<JsonArray>(answer["metrics"]);
        Assert.False(answer.ContainsKey("economic_buyer"));
        Assert.Equal("Lukewarm-ish", answer["confidence"]!.ToString());
    }

    [Fact]
    public async Task Text_is_the_answer_as_ordered()
    {
        Assert.Equal("no json", GeminiCaller.TextOf((await StrikeAsync(FaultAction.Text, text: "no json")).Body));
    }

    [Fact]
    public async Task A_lost_answer_still_counts_as_paid()
    {
        await using var sim = await GeminiCaller.StartAsync();
        sim.Server.Faults.Add(new SimulatorFault { Target = FaultTarget.Gemini, Action = FaultAction.DropAfterCommit, Times = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => sim.AskAsync(Prompt, Samples.Meddic()));
        await sim.AskAsync(Prompt, Samples.Meddic());

        Assert.Equal(2, Assert.Single(sim.Server.State.GeminiPrompts).Value);
    }

    [Fact]
    public async Task A_caller_that_goes_away_is_logged_and_not_counted_as_paid()
    {
        await using var sim = await GeminiCaller.StartAsync();
        sim.Server.Faults.Add(new SimulatorFault { Target = FaultTarget.Gemini, Action = FaultAction.Hang, Times = 1 });
        using var leave = new CancellationTokenSource();
        var call = sim.AskAsync(Prompt, Samples.Meddic(), cancellationToken: leave.Token);
        await sim.Server.WaitForAsync(state => sim.Server.Faults.All[0].Hits == 1, TimeSpan.FromSeconds(20));

        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await sim.Server.WaitForAsync(state => state.GeminiCalls.Count == 1, TimeSpan.FromSeconds(20));
        Assert.Equal("client_aborted", sim.Server.State.GeminiCalls[0].Outcome);
        Assert.Empty(sim.Server.State.GeminiPrompts);
    }
}
