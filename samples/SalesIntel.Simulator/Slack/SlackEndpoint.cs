using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>An incoming webhook of Slack.</summary>
internal sealed class SlackEndpoint(SimulatorState state)
{
    public SimResponse Receive(SimRequest request)
    {
        if (request.Json is not JsonObject payload || (!HasText(payload) && payload["blocks"] is not JsonArray { Count: > 0 }))
        {
            return new SimResponse(400, "invalid_payload", "text/plain") { Outcome = "invalid_payload" };
        }

        var path = request.Http.Request.RouteValues["path"] as string ?? "";
        state.Add(sequence => new SlackMessage(
            sequence, path, request.Now, Wire.Text(payload["text"]), (JsonObject)payload.DeepClone()));
        return new SimResponse(200, "ok", "text/html");
    }

    private static bool HasText(JsonObject payload) => !string.IsNullOrEmpty(Wire.Text(payload["text"]));
}
