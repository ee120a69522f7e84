using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SalesIntel.Simulator;

namespace SalesIntel.Zoho.Tests.Simulator;

/// <summary>A running simulator and a plain HTTP caller of its CRM.</summary>
internal sealed class SimulatorFixture : IAsyncDisposable
{
    private readonly HttpClient _http;
    private string _token = "";

    private SimulatorFixture(SimulatorServer server)
    {
        Server = server;
        _http = new HttpClient { BaseAddress = server.BaseUrl };
    }

    public SimulatorServer Server { get; }

    public SimulatorState State => Server.State;

    public static async Task<SimulatorFixture> StartAsync(SimulatorOptions? options = null)
    {
        var fixture = new SimulatorFixture(await SimulatorServer.StartAsync(options));
        await fixture.RefreshAsync();
        return fixture;
    }

    public async Task RefreshAsync()
    {
        var (_, answer) = await TokenAsync();
        _token = answer["access_token"]!.ToString();
    }

    public async Task<(HttpStatusCode Status, JsonObject Body)> TokenAsync(string refreshToken = "refresh", string clientId = "client")
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = refreshToken,
            ["client_id"] = clientId,
            ["client_secret"] = "secret",
        });
        using var response = await _http.PostAsync("oauth/v2/token", form);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    public Task<(int Status, JsonObject? Body)> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<(int Status, JsonObject? Body)> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json);

    public Task<(int Status, JsonObject? Body)> PutAsync(string path, string json) => SendAsync(HttpMethod.Put, path, json);

    public async Task<(int Status, JsonObject? Body)> SendAsync(HttpMethod method, string path, string? json, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, "crm/v8/" + path);
        request.Headers.TryAddWithoutValidation("Authorization", "Zoho-oauthtoken " + _token);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text)!.AsObject());
    }

    public async Task<(int Status, string Body)> RawAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task<string> AddAsync(string email, string lastName = "Name") =>
        (await PostAsync("Leads", $$"""{"data":[{"Last_Name":"{{lastName}}","Email":"{{email}}"}]}""")).Body!["data"]![0]!["details"]!["id"]!.ToString();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }
}
