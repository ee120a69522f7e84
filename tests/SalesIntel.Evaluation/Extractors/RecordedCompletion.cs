using System.Text.Json;

namespace SalesIntel.Evaluation.Extractors;

/// <summary>A completion that was written by hand: <c>{"claims": [{"element", "question", "quote", "turn", "claim"}], "field":
/// "…"}</c>.</summary>
internal static class RecordedCompletion
{
    /// <summary>A model that answers with it, in whatever schema it is asked.</summary>
    /// <exception cref="InvalidDataException">It has another form.</exception>
    public static ScriptedModel ModelOf(string completion)
    {
        using var document = JsonDocument.Parse(completion);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("claims", out var claims)
            || claims.ValueKind != JsonValueKind.Array)
        {
            throw new InvalidDataException("A recorded completion is an object with the list \"claims\".");
        }

        return new ScriptedModel(
            [
                .. claims.EnumerateArray().Select(claim => new SaidClaim(
                    Text(claim, "element") ?? throw new InvalidDataException("A recorded claim has no \"element\"."),
                    Text(claim, "quote"),
                    claim.TryGetProperty("turn", out var turn) && turn.TryGetInt32(out var number) ? number : null,
                    Text(claim, "question"),
                    Text(claim, "claim") ?? throw new InvalidDataException("A recorded claim has no \"claim\"."))),
            ],
            document.RootElement.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String)
                .ToDictionary(member => member.Name, member => member.Value.GetString()!));
    }

    private static string? Text(JsonElement claim, string name) =>
        claim.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
