using System.Text.Json;
using Microsoft.Extensions.AI;

namespace SalesIntel.Gemini;

public class GeminiRequestTests
{
    [Fact]
    public async Task Request_with_a_schema_is_exactly_this_on_the_wire()
    {
        var rig = new GeminiRig();
        rig.Http.Answer(200, GeminiRig.Answer("STOP"));
        using var schema = JsonDocument.Parse(
            """{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"a":{"type":["string","null"]}},"required":["a"],"propertyOrdering":["a"]}""");

        await rig.Client.GetResponseAsync(
            [
                new ChatMessage(ChatRole.System, "Be exact."),
                new ChatMessage(ChatRole.User, [new TextContent("Read this."), new TextContent("data: <ü>"), new TextContent("Now answer.")]),
                new ChatMessage(ChatRole.Assistant, "What?"),
                new ChatMessage(ChatRole.User, "The field."),
            ],
            new ChatOptions { MaxOutputTokens = 512, ResponseFormat = ChatResponseFormat.ForJsonSchema(schema.RootElement.Clone()) });

        var request = Assert.Single(rig.Http.Requests);
        Assert.Equal(HttpMethod.Post, request.Method);
        Assert.Equal(
            "https://generativelanguage.googleapis.com/v1beta/models/gemini-3.5-flash-lite:generateContent",
            request.Url.AbsoluteUri);
        Assert.Equal(GeminiRig.Key, request.Key);
        Assert.Equal("application/json", request.ContentType);
        Assert.Equal(
            """{"systemInstruction":{"parts":[{"text":"Be exact."}]},"contents":[{"role":"user","parts":[{"text":"Read this."},{"text":"data: \u003C\u00FC\u003E"},{"text":"Now answer."}]},{"role":"model","parts":[{"text":"What?"}]},{"role":"user","parts":[{"text":"The field."}]}],"generationConfig":{"responseMimeType":"application/json","responseJsonSchema":{"type":"object","properties":{"a":{"type":["string","null"]}},"required":["a"],"propertyOrdering":["a"]},"maxOutputTokens":512}}""",
            request.Body);
    }

    [Fact]
    public async Task Request_without_options_takes_the_defaults_and_sets_no_temperature()
    {
        var rig = new GeminiRig();
        rig.CurrentValue.ThinkingLevel = "low";
        rig.Http.Answer(200, GeminiRig.Answer("STOP"));
        await rig.AskAsync();
        Assert.Equal(
            """{"contents":[{"role":"user","parts":[{"text":"secret question"}]}],"generationConfig":{"maxOutputTokens":8192,"thinkingConfig":{"thinkingLevel":"low"}}}""",
            rig.Http.Requests[0].Body);
    }

    [Theory]
    [InlineData("https://proxy.example", "https://proxy.example/v1beta/models/m:generateContent")]
    [InlineData("https://proxy.example/", "https://proxy.example/v1beta/models/m:generateContent")]
    [InlineData("https://proxy.example/v1beta/", "https://proxy.example/v1beta/models/m:generateContent")]
    [InlineData("https://proxy.example/v1", "https://proxy.example/v1/models/m:generateContent")]
    [InlineData("http://localhost:5005/gemini", "http://localhost:5005/gemini/v1beta/models/m:generateContent")]
    [InlineData("http://localhost:5005/gemini/", "http://localhost:5005/gemini/v1beta/models/m:generateContent")]
    public void BaseUrl_WithOrWithoutSlashAndPath_GivesTheAddress(string baseUrl, string expected)
    {
        Assert.Equal(expected, GeminiEndpoint.GenerateContent(baseUrl, "m").AbsoluteUri);
        Assert.Equal(expected, GeminiEndpoint.GenerateContent(baseUrl, "models/m").AbsoluteUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("proxy.example")]
    [InlineData("ftp://proxy.example")]
    [InlineData("http://proxy.example")]
    [InlineData("http://127.0.0.1.proxy.example")]
    [InlineData("https://user:pass@proxy.example")]
    [InlineData("https://proxy.example/?key=x")]
    public void BaseUrl_OfAnotherKind_IsRefused(string baseUrl) => Assert.False(GeminiEndpoint.TryParse(baseUrl, out _));

    [Fact]
    public async Task A_model_of_the_call_wins_and_a_new_key_needs_no_restart()
    {
        var rig = new GeminiRig();
        rig.Http.Answer(200, GeminiRig.Answer("STOP")).Answer(200, GeminiRig.Answer("STOP"));
        await rig.AskAsync();
        rig.CurrentValue.ApiKey = "AIza-second";
        await rig.Client.GetResponseAsync([new ChatMessage(ChatRole.User, "x")], new ChatOptions { ModelId = "gemini-3.8-flash" });
        Assert.Equal("AIza-second", rig.Http.Requests[1].Key);
        Assert.EndsWith("/models/gemini-3.8-flash:generateContent", rig.Http.Requests[1].Url.AbsoluteUri);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_sent()
    {
        var rig = new GeminiRig();
        rig.CurrentValue.ApiKey = "";
        var e = await rig.FailAsync();
        Assert.Equal(("no_key", false, true), (e.Code, e.IsTransient, e.IsOutage));
        Assert.Contains("GEMINI_API_KEY", e.Message);
        Assert.Empty(rig.Http.Requests);
    }

    [Fact]
    public async Task Other_content_than_text_is_refused()
    {
        var rig = new GeminiRig();
        await Assert.ThrowsAsync<NotSupportedException>(() => rig.Client.GetResponseAsync(
            [new ChatMessage(ChatRole.User, [new DataContent(new byte[] { 1 }, "image/png")])]));
        Assert.Empty(rig.Http.Requests);
    }
}
