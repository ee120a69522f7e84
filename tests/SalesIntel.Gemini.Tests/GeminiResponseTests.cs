using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace SalesIntel.Gemini;

public class GeminiResponseTests
{
    [Fact]
    public async Task Stop_gives_the_text_without_thoughts_and_the_usage_with_them()
    {
        var rig = new GeminiRig();
        rig.Http.Answer(200,
            """
            {"candidates":[{"content":{"parts":[{"text":"hmm","thought":true},{"text":"{\"a\":"},{"text":"1}","thoughtSignature":"zz"}]},
            "finishReason":"STOP","newThing":{"x":1}}],"usageMetadata":{"promptTokenCount":100,"cachedContentTokenCount":40,
            "candidatesTokenCount":20,"thoughtsTokenCount":5,"totalTokenCount":125,"serviceTier":"standard"},
            "modelVersion":"gemini-3.5-flash-lite","modelStatus":{"modelStage":"STABLE"},"responseId":"r-1"}
            """);

        var response = await rig.AskAsync();

        Assert.Equal("""{"a":1}""", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal(("gemini-3.5-flash-lite", "r-1"), (response.ModelId, response.ResponseId));
        Assert.Equal((100L, 40L, 25L, 5L, 125L), (
            response.Usage!.InputTokenCount, response.Usage.CachedInputTokenCount, response.Usage.OutputTokenCount,
            response.Usage.ReasoningTokenCount, response.Usage.TotalTokenCount));
        var line = Assert.Single(rig.Lines);
        Assert.Equal(LogLevel.Information, line.Level);
        Assert.Contains("answered as gemini-3.5-flash-lite (stage STABLE): STOP, response r-1, attempt 1, 100 tokens in", line.Text);
        Assert.DoesNotContain("secret", line.Text);
    }

    [Theory]
    [InlineData("SAFETY")]
    [InlineData("PROHIBITED_CONTENT")]
    [InlineData("SPII")]
    [InlineData("BLOCKLIST")]
    public async Task Blocked_answer_is_a_content_filter_with_its_reason(string reason)
    {
        var rig = new GeminiRig();
        rig.Http.Answer(200, $$"""{"candidates":[{"finishReason":"{{reason}}"}]}""");
        var response = await rig.AskAsync();
        Assert.Equal(ChatFinishReason.ContentFilter, response.FinishReason);
        Assert.Equal(reason, response.AdditionalProperties!["finishReason"]);
        Assert.Equal("", response.Text);
    }

    [Fact]
    public async Task Blocked_prompt_is_a_content_filter_with_its_block_reason()
    {
        var rig = new GeminiRig();
        rig.Http.Answer(200, """{"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"},"usageMetadata":{"promptTokenCount":7}}""");
        var response = await rig.AskAsync();
        Assert.Equal(ChatFinishReason.ContentFilter, response.FinishReason);
        Assert.Equal("PROHIBITED_CONTENT", response.AdditionalProperties!["blockReason"]);
        Assert.Equal(7, response.Usage!.InputTokenCount);
    }

    [Theory]
    [InlineData("MAX_TOKENS")]
    [InlineData("CONTINUATION")]
    public async Task Cut_off_answer_is_length_and_its_text_may_be_empty(string reason)
    {
        var rig = new GeminiRig();
        rig.Http.Answer(200, $$"""{"candidates":[{"content":{"role":"model"},"finishReason":"{{reason}}"}]}""");
        var response = await rig.AskAsync();
        Assert.Equal(ChatFinishReason.Length, response.FinishReason);
        Assert.Equal("", response.Text);
    }

    [Theory]
    [InlineData("RECITATION")]
    [InlineData("OTHER")]
    [InlineData("MALFORMED_RESPONSE")]
    [InlineData("LANGUAGE")]
    [InlineData("SOMETHING_OF_NEXT_YEAR")]
    public async Task Other_reasons_are_tried_once_more_and_the_tokens_of_both_count(string reason)
    {
        var rig = new GeminiRig();
        rig.Http.Answer(200, GeminiRig.Answer(reason)).Answer(200, GeminiRig.Answer("STOP", "good"));
        var response = await rig.AskAsync();
        Assert.Equal("good", response.Text);
        Assert.Equal((200L, 50L), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount));

        rig.Http.Answer(200, GeminiRig.Answer(reason)).Answer(200, GeminiRig.Answer(reason));
        var e = await rig.FailAsync();
        Assert.Equal((reason, false, false), (e.Code, e.IsTransient, e.IsOutage));
        Assert.Equal(4, rig.Http.Requests.Count);
    }

    [Fact]
    public async Task Neither_candidates_nor_a_reason_is_tried_once_more()
    {
        var rig = new GeminiRig();
        rig.Http.Answer(200, "{}").Answer(200, "{\"candidates\":[]}");
        Assert.Equal("NO_CANDIDATES", (await rig.FailAsync()).Code);
    }

    [Fact]
    public async Task A_model_that_was_routed_elsewhere_is_warned_of_once()
    {
        var rig = new GeminiRig();
        rig.Http.Answer(200, GeminiRig.Answer("STOP", model: "gemini-3.8-flash")).Answer(200, GeminiRig.Answer("STOP", model: "gemini-3.8-flash"));
        await rig.AskAsync();
        await rig.AskAsync();
        Assert.Contains("served by gemini-3.8-flash", Assert.Single(rig.Lines, l => l.Level == LogLevel.Warning).Text);
    }

    [Fact]
    public async Task Streaming_gives_the_one_answer()
    {
        var rig = new GeminiRig();
        rig.Http.Answer(200, GeminiRig.Answer("STOP", "whole"));
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in rig.Client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "x")]))
        {
            updates.Add(update);
        }

        Assert.Equal("whole", updates.ToChatResponse().Text);
        Assert.Equal(125, updates.ToChatResponse().Usage!.TotalTokenCount);
    }

    [Fact]
    public void Services_are_the_metadata_and_the_client_itself()
    {
        var rig = new GeminiRig();
        var metadata = (ChatClientMetadata)rig.Client.GetService(typeof(ChatClientMetadata))!;
        Assert.Equal(("gemini", "gemini-3.5-flash-lite"), (metadata.ProviderName, metadata.DefaultModelId));
        Assert.Same(rig.Client, rig.Client.GetService(typeof(IChatClient)));
        Assert.Null(rig.Client.GetService(typeof(string)));
    }
}
