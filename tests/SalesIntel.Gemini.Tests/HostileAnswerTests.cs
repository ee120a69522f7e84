using Microsoft.Extensions.AI;

namespace SalesIntel.Gemini;

/// <summary>Answers as only a proxy or a fault makes them: each is read as far as it can be, or is a failure with a kind.</summary>
public class HostileAnswerTests
{
    [Theory]
    [InlineData("""{"candidates":[{"content":{"parts":[null,{"text":"ok"},null]},"finishReason":"STOP"}]}""", "ok")]
    [InlineData("""{"candidates":[null,{"content":{"parts":[{"text":"ok"}]},"finishReason":"STOP"}]}""", "ok")]
    [InlineData("""{"candidates":[{"content":{"parts":[null]},"finishReason":"STOP"}]}""", "")]
    [InlineData("""{"candidates":[{"content":{"parts":null},"finishReason":"STOP"}]}""", "")]
    [InlineData("""{"candidates":[{"content":null,"finishReason":"STOP"}]}""", "")]
    [InlineData("""{"candidates":[{"content":{"parts":[{"text":null},{}]},"finishReason":"STOP"}],"usageMetadata":null,"promptFeedback":null}""", "")]
    [InlineData("""{"candidates":[{"content":{"parts":[{"text":"a\ud83d"}]},"finishReason":"STOP"}],"responseId":"\udc00"}""", "a\uFFFD")]
    [InlineData("""{"candidates":[{"content":{"parts":[{"text":"ok"}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":"12"}}""", "ok")]
    [InlineData("""{"candidates":[{"finishReason":"X","finishReason":"STOP","content":{"parts":[{"text":"ok"}]}}]}""", "ok")]
    public async Task Null_in_any_place_and_half_characters_are_read(string body, string text)
    {
        var rig = new GeminiRig();
        rig.Http.Answer(200, body);
        var response = await rig.AskAsync();
        Assert.Equal((text, ChatFinishReason.Stop), (response.Text, response.FinishReason));
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_cost_only_themselves()
    {
        var rig = new GeminiRig();
        rig.Http.AnswerBytes(200, [.. """{"candidates":[{"content":{"parts":[{"text":"a"""u8, 0xFF, .. "b\"}]},\"finishReason\":\"STOP\"}]}"u8]);
        Assert.Equal("a\uFFFDb", (await rig.AskAsync()).Text);
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_a_bad_response_and_not_a_lost_connection()
    {
        var rig = new GeminiRig();
        rig.Http.AnswerBytes(200, new byte[(16 * 1024 * 1024) + 1]);
        var e = await rig.FailAsync();
        Assert.Equal(("bad_response", "Gemini's answer is over 16 MB."), (e.Code, e.Message));
    }

    [Theory]
    [InlineData("""{"candidates":[{"content":{"parts":"text"},"finishReason":"STOP"}]}""")]
    [InlineData("""{"candidates":[[]]}""")]
    [InlineData("""[{"candidates":[]}]""")]
    [InlineData("""{"error":[null]}""")]
    [InlineData("""{"candidates":[{"finishReason":7}]}""")]
    public async Task What_has_another_shape_is_a_bad_response(string body)
    {
        var rig = new GeminiRig();
        rig.Http.Answer(200, body);
        Assert.Equal(("bad_response", true), ((await rig.FailAsync()).Code, true));
    }

    [Theory]
    [InlineData("""{"error":null}""")]
    [InlineData("""{"error":{"details":[null,[null],{"@type":null},{"@type":"a.QuotaFailure","violations":[null,1]}],"message":null,"status":null}}""")]
    [InlineData("""{"error":{"message":"\ud800","status":"\ud800","details":[{"@type":"\ud800"}]}}""")]
    [InlineData("""{"error":{"code":"429","details":[]}}""")]
    public async Task Errors_of_any_shape_are_classed_by_the_status(string body)
    {
        var rig = new GeminiRig();
        rig.Http.Answer(429, body);
        var e = await rig.FailAsync();
        Assert.Equal((429, "http_429", true), (e.Status, e.Code, e.IsTransient));
    }

    [Fact]
    public async Task The_models_version_and_ids_are_clean_before_they_are_logged_and_handed_on()
    {
        var rig = new GeminiRig();
        var forged = "gemini-9\\n2026-11-26 ERROR forged \\u202e" + new string('x', 500);
        rig.Http.Answer(200,
            $$"""
            {"candidates":[{"content":{"parts":[{"text":"ok"}]},"finishReason":"STOP"}],"modelVersion":"{{forged}}","responseId":"{{forged}}",
            "modelStatus":{"modelStage":"{{forged}}"} }
            """);

        var response = await rig.AskAsync();

        Assert.All(rig.Lines, line => Assert.DoesNotContain('\n', line.Text));
        Assert.All(rig.Lines, line => Assert.DoesNotContain("ERROR forged", line.Text));
        Assert.Matches("^gemini-9_2026-11-26_ERROR_forged__x+$", response.ModelId);
        Assert.Equal(100, response.ModelId!.Length);
        Assert.Matches("^[0-9a-f]{16}$", response.ResponseId);
    }
}
