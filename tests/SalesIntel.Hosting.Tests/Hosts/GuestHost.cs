using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Hosts;

/// <summary>A host with endpoints, JSON options and error handling of its own, with or without SalesIntel as its guest.</summary>
internal sealed class GuestHost : IAsyncDisposable
{
    /// <summary>How the host answers errors: not at all, with customized problem details, with pages of its own.</summary>
    public static readonly string[] Kinds = ["bare", "problem details", "own pages"];

    private readonly WebApplication app;

    private GuestHost(WebApplication app)
    {
        this.app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    /// <summary>Starts the host.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="map">Maps SalesIntel's endpoints; null = a host without SalesIntel.</param>
    public static async Task<GuestHost> StartAsync(string kind, Action<WebApplication>? map)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.ConfigureHttpJsonOptions(options =>
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.KebabCaseUpper);
        if (kind == "problem details")
        {
            builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails =
                context => context.ProblemDetails.Extensions["host"] = "mine");
        }

        if (map is not null)
        {
            var store = new SwitchableStore(TimeProvider.System);
            builder.Configuration.AddInMemoryCollection([new("ALLOW_DEBUG_ENDPOINTS", "true")]);
            builder.Services.AddSingleton<IEventStore>(store).AddSingleton<IWorkQueue>(store).AddSingleton<ICircuitStore>(store.Inner);
            builder.Services.AddSalesIntel(builder.Configuration).AddCoravelProcessing();
        }

        var app = builder.Build();
        UseErrors(app, kind);
        app.UseRouting();
        map?.Invoke(app);
        MapOwn(app);
        await app.StartAsync();
        return new GuestHost(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static void UseErrors(WebApplication app, string kind)
    {
        switch (kind)
        {
            case "problem details":
                app.UseExceptionHandler();
                app.UseStatusCodePages();
                break;
            case "own pages":
                app.UseExceptionHandler(error => error.Run(context => context.Response.WriteAsync("my failure page")));
                app.UseStatusCodePages("text/plain", "my page for {0}");
                break;
        }
    }

    private static void MapOwn(WebApplication app)
    {
        app.MapGet("/mine", () => Results.NotFound());
        app.MapPost("/mine/posted", () => Results.Ok());
        app.MapGet("/mine/json", () => Results.Ok(new { FirstName = "Sunniva" }));
        app.MapGet("/mine/problem", () => Results.Problem("No stock.", statusCode: 409));
        app.MapGet("/mine/failure", string () => throw new InvalidOperationException("unexpected"));
        app.MapPost("/webhooks/{provider}", (string provider) => Results.Ok(provider));
        app.MapGet("/debug/mine/{number:int}", (int number) => Results.Ok(number));
    }
}
