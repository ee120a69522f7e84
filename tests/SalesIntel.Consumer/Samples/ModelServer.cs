using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SalesIntel.Consumer.Samples;

/// <summary>A model's server that fails at first: each call takes the next of the statuses, and after them it claims what it was given, and
/// knows nothing of whatever else the schema has.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private ModelServer(WebApplication app) => this.app = app;

    /// <summary>What was answered so far.</summary>
    public ConcurrentQueue<int> Answered { get; } = [];

    public string Url => app.Urls.First();

    public static async Task<ModelServer> StartAsync(JsonArray claims, params int[] statuses)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new ModelServer(builder.Build());
        var pending = new ConcurrentQueue<int>(statuses);
        server.app.Run(async context =>
        {
            var status = pending.TryDequeue(out var next) ? next : StatusCodes.Status200OK;
            context.Response.StatusCode = status;
            if (status == StatusCodes.Status200OK)
            {
                var request = await JsonNode.ParseAsync(context.Request.Body);
                var schema = request!["response_format"]!["json_schema"]!["schema"]!["properties"]!.AsObject();
                var completion = new JsonObject(schema.Select(property => KeyValuePair.Create(property.Key, (JsonNode?)null)))
                {
                    ["claims"] = claims.DeepClone(),
                };
                await context.Response.WriteAsync(new JsonObject
                {
                    ["model"] = "other-1",
                    ["choices"] = new JsonArray(new JsonObject { ["message"] = new JsonObject { ["content"] = completion.ToJsonString() } }),
                }.ToJsonString());
            }

            server.Answered.Enqueue(status);
        });
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
