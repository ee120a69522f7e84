using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace SalesIntel.Gemini;

/// <summary>The open lists of the API, row by row: each finish and block reason, each keyword of a schema, what a response tells about the
/// model.</summary>
public class GeminiReferenceTests
{
    [Theory]
    [InlineData("MALFORMED_FUNCTION_CALL")]
    [InlineData("UNEXPECTED_TOOL_CALL")]
    [InlineData("TOO_MANY_TOOL_CALLS")]
    [InlineData("MISSING_THOUGHT_SIGNATURE")]
    [InlineData("ESCALATION")]
    [InlineData("IMAGE_SAFETY")]
    [InlineData("NO_IMAGE")]
    [InlineData("FINISH_REASON_UNSPECIFIED")]
    public async Task Finish_reasons_that_no_text_answer_should_have_are_tried_once_more_and_named(string reason)
    {
        var rig = new GeminiRig();
        rig.Http.Answer(200, GeminiRig.Answer(reason)).Answer(200, GeminiRig.Answer(reason));
        Assert.Equal(reason, (await rig.FailAsync()).Code);
        Assert.Equal(2, rig.Http.Requests.Count);
        Assert.Contains(rig.Lines, line => line.Text.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SAFETY")]
    [InlineData("OTHER")]
    [InlineData("BLOCKLIST")]
    [InlineData("PROHIBITED_CONTENT")]
    [InlineData("IMAGE_SAFETY")]
    [InlineData("BLOCK_REASON_UNSPECIFIED")]
    [InlineData("SOMETHING_OF_NEXT_YEAR")]
    public async Task Block_reasons_are_final_for_the_prompt(string reason)
    {
        var rig = new GeminiRig();
        rig.Http.Answer(200, $$$"""{"promptFeedback":{"blockReason":"{{{reason}}}"}}""");
        var response = await rig.AskAsync();
        Assert.Equal((ChatFinishReason.ContentFilter, reason), (response.FinishReason, response.AdditionalProperties!["blockReason"]));
        Assert.Single(rig.Http.Requests);
    }

    [Fact]
    public async Task Thinking_that_used_up_the_limit_leaves_no_text_and_is_paid_for()
    {
        var rig = new GeminiRig();
        rig.Http.Answer(200,
            """{"candidates":[{"finishReason":"MAX_TOKENS"}],"usageMetadata":{"promptTokenCount":9,"thoughtsTokenCount":8192,"totalTokenCount":8201}}""");
        var response = await rig.AskAsync();
        Assert.Equal((ChatFinishReason.Length, "", 8192L), (response.FinishReason, response.Text, response.Usage!.OutputTokenCount));
    }

    [Fact]
    public async Task A_schema_of_another_library_is_brought_into_the_subset_of_the_API()
    {
        var rig = new GeminiRig();
        rig.Http.Answer(200, GeminiRig.Answer("STOP"));
        const string Schema =
            """
            {"$schema":"x","type":"object","properties":{
              "pattern":{"type":["string","null"],"pattern":"^a","minLength":1,"maxLength":9,"default":"a","description":"d"},
              "kind":{"const":"a"},"list":{"type":"array","items":{"type":"integer","exclusiveMinimum":0,"minimum":1},"uniqueItems":true,"minItems":1},
              "any":{"anyOf":[{"type":"string","examples":["x"]},{"type":"null"}],"not":{},"allOf":[]},"ref":{"$ref":"#/$defs/a"}},
             "$defs":{"a":{"type":"string","contentEncoding":"x"}},"required":["pattern"],"propertyOrdering":["pattern"],"additionalProperties":false,
             "if":{},"then":{},"discriminator":{}}
            """;

        await rig.Client.GetResponseAsync(
            [new ChatMessage(ChatRole.User, "x")],
            new ChatOptions { TopK = 5, TopP = 0.5f, Seed = 7, ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonElement.Parse(Schema)) });

        var config = JsonElement.Parse(rig.Http.Requests[0].Body).GetProperty("generationConfig");
        Assert.Equal(
            """
            {"type":"object","properties":{"pattern":{"type":["string","null"],"description":"d"},"kind":{"enum":["a"]},"list":{"type":"array","items":{"type":"integer","minimum":1},"minItems":1},"any":{"anyOf":[{"type":"string"},{"type":"null"}]},"ref":{"$ref":"#/$defs/a"}},"$defs":{"a":{"type":"string"}},"required":["pattern"],"propertyOrdering":["pattern"],"additionalProperties":false}
            """,
            config.GetProperty("responseJsonSchema").GetRawText());
        Assert.Equal((5, 7), (config.GetProperty("topK").GetInt32(), config.GetProperty("seed").GetInt32()));
    }

    [Fact]
    public async Task A_model_that_will_be_shut_down_is_warned_of_once_for_each_time()
    {
        var rig = new GeminiRig();
        foreach (var time in (string[])["2027-05-07T00:00:00Z", "2027-05-07T00:00:00Z", "2027-04-01T00:00:00Z", "soon", ""])
        {
            rig.Http.Answer(200, GeminiRig.Answer("STOP")[..^1].TrimEnd() + $$$""", "modelStatus":{"modelStage":"DEPRECATED","message":"secret","retirementTime":"{{{time}}}"} }""");
            await rig.AskAsync();
        }

        var warnings = rig.Lines.Where(line => line.Level == LogLevel.Warning).ToList();
        Assert.Equal(2, warnings.Count);
        Assert.Contains("will be shut down on 2027-05-07", warnings[0].Text);
        Assert.All(rig.Lines, line => Assert.DoesNotContain("secret", line.Text));
    }
}
