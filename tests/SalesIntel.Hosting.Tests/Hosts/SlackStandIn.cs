using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SalesIntel.Hosting.Tests.Hosts;

/// <summary>Takes messages like Slack's incoming webhook, or answers what a test says.</summary>
internal sealed class SlackStandIn : IAsyncDisposable
{
    public const string SecretPath = "/services/T0/B0/hunter2";

    private readonly WebApplication app;
    private readonly TaskCompletionSource hang = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int calls;

    private SlackStandIn(WebApplication app) => this.app = app;

    /// <summary>The answer to the nth call, from 1; null hangs. Default: all are taken.</summary>
    public Func<int, HttpResponse, int?> Answer { get; set; } = (_, _) => 200;

    public ConcurrentQueue<JsonElement> Taken { get; } = new();

    public int Calls => Volatile.Read(ref calls);

    public string Url => app.Urls.First() + SecretPath;

    /// <summary>Headers of what was taken.</summary>
    public IEnumerable<string> Headers => Taken.Select(message => message.GetProperty("blocks")[0].GetProperty("text").GetProperty("text").GetString()!);

    public static async Task<SlackStandIn> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var slack = new SlackStandIn(app);
        app.Run(slack.HandleAsync);
        await app.StartAsync();
        return slack;
    }

    public async ValueTask DisposeAsync()
    {
        hang.TrySetResult();
        await app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        Assert.Equal(SecretPath, context.Request.Path);
        var message = await JsonDocument.ParseAsync(context.Request.Body);
        if (Answer(Interlocked.Increment(ref calls), context.Response) is not { } status)
        {
            await hang.Task;
            status = 500;
        }

        if (status == 200)
        {
            Taken.Enqueue(message.RootElement.Clone());
        }

        context.Response.StatusCode = status;
    }
}
