using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace SalesIntel.Simulator;

/// <summary>The routes that look at the stand-ins and steer them; their paths begin with an underscore.</summary>
internal sealed class ControlRoutes(SimulatorState state, FaultPlan faults)
{
    private const double LongestWaitSeconds = 600;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_state", http => Write(http, 200, state.View(), Wire.Context.StateView));
        routes.MapDelete("/_state", http => Done(http, state.Reset));
        routes.MapGet("/_faults", http => Write(http, 200, faults.All, Wire.Context.IReadOnlyListFaultStatus));
        routes.MapDelete("/_faults", http => Done(http, faults.Clear));
        routes.MapPost("/_faults", AddFaultAsync);
        routes.MapGet("/_events", EventsAsync);
        routes.MapGet("/_wait", WaitAsync);
    }

    private async Task AddFaultAsync(HttpContext http)
    {
        try
        {
            var fault = await JsonSerializer.DeserializeAsync(http.Request.Body, Wire.Context.SimulatorFault, http.RequestAborted)
                ?? throw new JsonException("A fault is a JSON object.");
            faults.Add(fault);
            await Write(http, 201, faults.All, Wire.Context.IReadOnlyListFaultStatus);
        }
        catch (JsonException error)
        {
            http.Response.StatusCode = 400;
            await http.Response.WriteAsync(new JsonObject { ["error"] = error.Message }.ToJsonString(), http.RequestAborted);
        }
    }

    private async Task EventsAsync(HttpContext http)
    {
        var after = Number(http, "after") ?? 0;
        if (Number(http, "timeoutSeconds") is { } seconds)
        {
            await ReachedAsync(http, now => now.Writes.Count > after, seconds);
        }

        IReadOnlyList<ZohoWrite> writes = [.. state.Writes.Where(write => write.Sequence > after)];
        await Write(http, 200, writes, Wire.Context.IReadOnlyListZohoWrite);
    }

    private async Task WaitAsync(HttpContext http)
    {
        bool AtLeast(string name, int count) => Number(http, name) is not { } wanted || count >= wanted;

        var reached = await ReachedAsync(
            http,
            now =>
            {
                var counts = now.Counts(reached: true);
                return AtLeast("leads", counts.Leads) && AtLeast("notes", counts.Notes) && AtLeast("tasks", counts.Tasks)
                    && AtLeast("slack", counts.Slack) && AtLeast("geminiCalls", counts.GeminiCalls) && AtLeast("writes", counts.Writes);
            },
            Number(http, "timeoutSeconds") ?? 10);
        await Write(http, reached ? 200 : 504, state.Counts(reached), Wire.Context.CountsView);
    }

    private async Task<bool> ReachedAsync(HttpContext http, Func<SimulatorState, bool> condition, double seconds)
    {
        try
        {
            var timeout = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestWaitSeconds));
            await state.WaitForAsync(condition, timeout, http.RequestAborted);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static double? Number(HttpContext http, string name) =>
        double.TryParse(http.Request.Query[name], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Task Done(HttpContext http, Action act)
    {
        act();
        http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static Task Write<T>(HttpContext http, int status, T value, JsonTypeInfo<T> type)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(JsonSerializer.Serialize(value, type), http.RequestAborted);
    }
}
