using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SalesIntel.Gemini;

public class GeminiRegistrationTests
{
    [Fact]
    public async Task AddGemini_Twice_RegistersOnceAndConfiguresBoth()
    {
        var http = new StubHandler().Answer(200, GeminiRig.Answer("STOP", "hello"));
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddGemini(o => o.ApiKey = "key-1").AddGemini(o => o.BaseUrl = "https://proxy.example/x");
        services.AddHttpClient(GeminiChatClient.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider();

        var client = Assert.IsType<GeminiChatClient>(Assert.Single(provider.GetServices<IChatClient>()));
        Assert.Single(provider.GetServices<IValidateOptions<GeminiOptions>>());
        Assert.Equal("hello", (await client.GetResponseAsync("x")).Text);
        Assert.Equal(("https://proxy.example/x/v1beta/models/gemini-3.5-flash-lite:generateContent", "key-1"),
            (http.Requests[0].Url.AbsoluteUri, http.Requests[0].Key));
        Assert.Equal(
            Timeout.InfiniteTimeSpan,
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(GeminiChatClient.HttpClientName).Timeout);
    }

    [Fact]
    public void AddGemini_WithAnotherChatClient_LeavesIt()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IChatClient>(new GeminiRig().Client);
        services.AddGemini();
        Assert.Single(services, s => s.ServiceType == typeof(IChatClient));
    }

    [Fact]
    public void Options_Defaults_AreValid_AndErrorsAreTogetherWithoutTheKey()
    {
        var validator = new GeminiOptionsValidator();
        Assert.True(validator.Validate(null, new GeminiOptions()).Succeeded);
        var result = validator.Validate(null, new GeminiOptions
        {
            ApiKey = "se cret\n", Model = "a/b", BaseUrl = "x", Timeout = TimeSpan.Zero, ThinkingLevel = "much", MaxOutputTokens = 0,
        });
        Assert.Equal(6, result.Failures!.Count());
        Assert.DoesNotContain("cret", result.FailureMessage);
    }

    [Fact]
    public void Options_AreValidatedAtStart()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddGemini(o => o.Model = "");
        using var provider = services.BuildServiceProvider();
        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
    }
}
