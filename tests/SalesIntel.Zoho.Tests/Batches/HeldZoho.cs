using System.Text.Json.Nodes;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Batches;

/// <summary>A Zoho that holds back its answer to the first call of a route until others wait behind it.</summary>
internal sealed class HeldZoho : IDisposable
{
    private readonly TaskCompletionSource _held = new();
    private readonly string _route;

    public HeldZoho(
        string route, Func<string, HttpResponseMessage> answer, bool holds = true, bool fields = false, bool queries = false, StubZoho? stub = null)
    {
        _route = route;
        if (!holds)
        {
            _held.SetResult();
        }

        Zoho = new ZohoHarness(fields: fields, queries: queries, stub: stub);
        Zoho.Stub.Always(route, async (request, token) =>
        {
            var text = request.Content is { } content ? await content.ReadAsStringAsync(token) : request.RequestUri!.Query;
            if (!_held.Task.IsCompleted)
            {
                await _held.Task;
            }

            return answer(Uri.UnescapeDataString(text));
        });
    }

    public ZohoHarness Zoho { get; }

    /// <summary>What went with each call of the route: its body, or its query.</summary>
    public IReadOnlyList<string> Sent => [.. Zoho.Stub.Sent.Where(sent => sent.Route == _route)
        .Select(sent => sent.Body ?? Uri.UnescapeDataString(sent.Uri.Query))];

    /// <summary>Has a first call made, which takes this route, and the others while it is in flight.</summary>
    public async Task<IReadOnlyList<Task<T>>> BehindAsync<T>(Func<Task<T>> first, IEnumerable<Func<Task<T>>> others)
    {
        var call = first();
        await FakeTime.UntilTrueAsync(() => Task.FromResult(Zoho.Stub.Count(_route) == 1));
        List<Task<T>> calls = [call, .. others.Select(other => other())];

        // Whoever reads the fields first has to come as far as the queue.
        await Task.WhenAny(Task.WhenAll(calls), Task.Delay(50));
        _held.SetResult();
        await Task.WhenAll(calls.Select(one => one.ContinueWith(_ => { }, TaskScheduler.Default)));
        return calls;
    }

    /// <summary>The records of a write.</summary>
    public static IReadOnlyList<JsonObject> RecordsOf(string body) => [.. JsonNode.Parse(body)!["data"]!.AsArray().Select(record => record!.AsObject())];

    public static HttpResponseMessage Data(int status, IEnumerable<string> elements) =>
        StubZoho.Answer(status, $$"""{"data":[{{string.Join(',', elements)}}]}""");

    public static string Done(string id, string action = "insert") =>
        $$$"""{"code":"SUCCESS","status":"success","action":"{{{action}}}","details":{"id":"{{{id}}}"}}""";

    public void Dispose() => Zoho.Dispose();
}
