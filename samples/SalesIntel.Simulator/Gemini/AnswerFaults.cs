using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>Spoils an answer as models do.</summary>
internal static class AnswerFaults
{
    /// <returns>The candidate's text (<see langword="null"/> for none) and its finish reason.</returns>
    public static (string? Text, string FinishReason) Apply(SimulatorFault? fault, JsonNode? answer)
    {
        var json = answer?.ToJsonString(Wire.Readable) ?? "null";
        return fault?.Action switch
        {
            FaultAction.Fenced => ($"Here is what I found in the text:\n\n```json\n{json}\n```\n\nLet me know if you need anything else.", "STOP"),
            FaultAction.Prose => ($"Here is the answer you asked for: {json} I hope that this helps.", "STOP"),
            FaultAction.Broken => (Broken(json), "STOP"),
            FaultAction.Truncated => (json[..Math.Max(1, json.Length * 3 / 5)], "MAX_TOKENS"),
            FaultAction.MaxTokens => (null, "MAX_TOKENS"),
            FaultAction.Empty => (null, "STOP"),
            FaultAction.InvalidSchema => (Untrue(answer).ToJsonString(Wire.Readable), "STOP"),
            FaultAction.Text => (fault.Body ?? "", "STOP"),
            _ => (json, "STOP"),
        };
    }

    // A comma too many, and the last closers are missing: what a small repair can mend.
    private static string Broken(string json) => json.TrimEnd('}', ']') + ",";

    // The first property gets a wrong type, the second is missing, and texts from a list become unknown ones.
    private static JsonNode Untrue(JsonNode? answer)
    {
        if (answer is not JsonObject whole)
        {
            return new JsonArray("unexpected");
        }

        var names = whole.Select(pair => pair.Key).ToArray();
        var untrue = (JsonObject)whole.DeepClone();
        for (var i = 0; i < names.Length; i++)
        {
            if (i == 0)
            {
                untrue[names[i]] = new JsonArray(42, true);
            }
            else if (i == 1)
            {
                untrue.Remove(names[i]);
            }
            else if (names[i].Contains("confidence", StringComparison.OrdinalIgnoreCase))
            {
                untrue[names[i]] = "Lukewarm-ish";
            }
        }

        return untrue;
    }
}
