using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SalesIntel.Consumer.Parts;

/// <summary>A host as another team writes it: a real run over HTTP, with a store in memory unless another is added.</summary>
internal sealed class Host : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client;

    private Host(WebApplication app)
    {
        this.app = app;
        client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public IServiceProvider Services => app.Services;

    public static async Task<Host> StartAsync(
        Action<ISalesIntelBuilder> add, Action<SalesIntelOptions>? configure = null, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings
            .Append(("DRY_RUN", "false")).Append(("ALLOW_UNSIGNED_WEBHOOKS", "true")).Append(("READAI_CUSTOMER_DOMAINS", "seller.example"))
            .Append(("RETRY_BASE_SECONDS", "0.05"))
            .Select(setting => KeyValuePair.Create(setting.Item1, (string?)setting.Item2)));
        add(builder.Services.AddSalesIntel(builder.Configuration, configure).AddCoravelProcessing());
        var app = builder.Build();
        app.MapSalesIntel();
        await app.StartAsync();
        return new Host(app);
    }

    public async Task<string> PostAsync(string source, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/webhooks/{source}", UriKind.Relative)) { Content = new StringContent(body) };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await client.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{response.StatusCode}: {answer}");
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }
}
