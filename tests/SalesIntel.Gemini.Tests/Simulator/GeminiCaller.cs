using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SalesIntel.Simulator;

namespace SalesIntel.Gemini.Tests.Simulator;

/// <summary>A running simulator and a plain HTTP caller of its language model.</summary>
internal sealed class GeminiCaller : IAsyncDisposable
{
    private readonly HttpClient _http;

    private GeminiCaller(SimulatorServer server)
    {
        Server = server;
        _http = new HttpClient { BaseAddress = server.BaseUrl };
    }

    public SimulatorServer Server { get; }

    public static async Task<GeminiCaller> StartAsync() => new(await SimulatorServer.StartAsync());

    public async Task<(int Status, JsonObject Body)> AskAsync(
        string prompt, JsonNode? schema, string key = "key", string model = "gemini-3.5-flash-lite", JsonObject? config = null,
        CancellationToken cancellationToken = default)
    {
        config ??= new JsonObject { ["responseMimeType"] = "application/json" };
        if (schema is not null)
        {
            config["responseJsonSchema"] = schema.DeepClone();
        }

        var body = new JsonObject
        {
            ["contents"] = new JsonArray(new JsonObject
            {
                ["role"] = "user",
                ["parts"] = new JsonArray(new JsonObject { ["text"] = prompt }),
            }),
            ["generationConfig"] = config,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"v1beta/models/{model}:generateContent");
        request.Headers.TryAddWithoutValidation("x-goog-api-key", key);
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await _http.SendAsync(request, cancellationToken);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!.AsObject());
    }

    public async Task<JsonObject> AnswerAsync(string prompt, JsonNode schema)
    {
        var (status, body) = await AskAsync(prompt, schema);
        Assert.Equal(200, status);
        return JsonNode.Parse(TextOf(body)!)!.AsObject();
    }

    public static string? TextOf(JsonObject body) => body["candidates"]?[0]?["content"]?["parts"]?[0]?["text"]?.ToString();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }
}
