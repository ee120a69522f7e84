using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesIntel.Settings;

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
    public void Errors_of_the_options_are_together_and_without_the_key()
    {
        using var services = new ServiceCollection().AddLogging().AddGemini(o =>
        {
            (o.ApiKey, o.Model, o.BaseUrl) = ("se cret\n", "a/b", "https://u:cret@x");
            (o.Timeout, o.ThinkingLevel, o.MaxOutputTokens) = (TimeSpan.Zero, "much", 0);
        }).BuildServiceProvider();
        var errors = Errors(services);
        Assert.Equal(
            [
                "GEMINI_API_KEY (GeminiOptions.ApiKey) (value not shown): must be printable ASCII without spaces",
                "GEMINI_MODEL (GeminiOptions.Model) is 'a/b': must be a model id such as gemini-3.5-flash-lite",
                "GEMINI_BASE_URL (GeminiOptions.BaseUrl) (value not shown): must be an absolute https URL (http only to this machine) without user, password, query and fragment",
                "GeminiOptions.Timeout is '0': must be a number of seconds from 1 to 1800",
                "GeminiOptions.ThinkingLevel is 'much': must be one of minimal, low, medium, high",
                "GeminiOptions.MaxOutputTokens is '0': must be a whole number from 1 to 65536",
            ],
            errors);
    }

    [Fact]
    public void Alone_the_client_may_stay_without_a_key_until_it_is_called()
    {
        using var services = new ServiceCollection().AddLogging().AddGemini().BuildServiceProvider();
        Assert.Empty(Errors(services));
        Assert.IsType<GeminiChatClient>(services.GetRequiredService<IChatClient>());
    }

    [Theory]
    [InlineData("true", null, false)]
    [InlineData("true", "k", true)]
    [InlineData("false", "k", true)]
    public void A_dry_run_without_a_key_has_no_model(string dryRun, string? key, bool hasModel)
    {
        using var services = Added(("DRY_RUN", dryRun), ("GEMINI_API_KEY", key), ("GEMINI_MODEL", "gemini-x"));
        Assert.Empty(Errors(services));
        Assert.Equal(hasModel, services.GetService<IChatClient>() is GeminiChatClient);
        Assert.Equal("gemini-x", services.GetRequiredService<IOptions<GeminiOptions>>().Value.Model);
    }

    [Fact]
    public void A_real_run_needs_a_key()
    {
        using var services = Added(("DRY_RUN", "false"));
        Assert.Equal(["GEMINI_API_KEY is not set: required when DRY_RUN=false"], Errors(services));
    }

    private static ServiceProvider Added(params (string Name, string? Value)[] variables)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSalesIntelCore(new ConfigurationBuilder()
            .AddInMemoryCollection(variables.Select(variable => KeyValuePair.Create(variable.Name, variable.Value)))
            .Build()).AddGemini().AddGemini();
        return services.BuildServiceProvider();
    }

    private static IReadOnlyList<string> Errors(IServiceProvider services) =>
        Record.Exception(() => services.GetRequiredService<IStartupValidator>().Validate()) is SettingsException failure ? failure.Errors : [];
}
