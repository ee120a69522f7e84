using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace SalesIntel.Aot;

/// <summary>Answers each POST on a port of this machine as Gemini does, with one text.</summary>
internal sealed class ModelOnLoopback : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task serving;

    private ModelOnLoopback(string address, string text)
    {
        Address = address;
        listener.Prefixes.Add(address);
        listener.Start();
        serving = ServeAsync(Encoding.UTF8.GetBytes(Completion(text).ToJsonString()));
    }

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    public static ModelOnLoopback Start(string text)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        return new ModelOnLoopback($"http://127.0.0.1:{port}/", text);
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
        listener.Close();
    }

    private static JsonObject Completion(string text) => new()
    {
        ["candidates"] = new JsonArray(new JsonObject
        {
            ["content"] = new JsonObject { ["role"] = "model", ["parts"] = new JsonArray(new JsonObject { ["text"] = text }) },
            ["finishReason"] = "STOP",
        }),
        ["usageMetadata"] = new JsonObject { ["promptTokenCount"] = 5, ["candidatesTokenCount"] = 6, ["totalTokenCount"] = 11 },
    };

    private async Task ServeAsync(byte[] completion)
    {
        while (true)
        {
            HttpListenerContext call;
            try
            {
                call = await listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException && !listener.IsListening)
            {
                // Stopping is what ends the wait for a next call.
                return;
            }

            var asked = JsonNode.Parse(await new StreamReader(call.Request.InputStream).ReadToEndAsync());
            var isQuestion = call.Request.HttpMethod == "POST" && asked?["contents"] is JsonArray { Count: > 0 };
            call.Response.StatusCode = isQuestion ? 200 : 400;
            call.Response.ContentType = "application/json";
            await call.Response.OutputStream.WriteAsync(isQuestion ? completion : "{}"u8.ToArray());
            call.Response.Close();
        }
    }
}
