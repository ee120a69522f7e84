namespace SalesIntel.Crm;

/// <summary>Fields of which it is not known what the CRM holds, because the outcome of a write was never recorded: its process was killed, or
/// the answer was lost. They are written with the next event even where they should be what we last knew to have written.</summary>
internal static class Unsettled
{
    // Beside the other forms of what we wrote, under what is no CRM's name of a field.
    private const string Place = "$unsettled";

    /// <summary>True for a field whose last write has no outcome.</summary>
    public static bool Has(JsonObject otherForms, string name) => Names(otherForms).Contains(name, StringComparer.Ordinal);

    /// <summary>With the fields that a write is about to change; the same instance when it changes none that we have written before. What is
    /// written for the first time needs no mark: it is not among what we wrote, and so is written again.</summary>
    public static JsonObject Mark(JsonObject otherForms, JsonObject written, IEnumerable<FieldWrite> writes) => With(
        otherForms, [.. Names(otherForms).Union(writes.Where(write => written[write.Name] is not null).Select(write => write.Name))]);

    /// <summary>Without what the CRM was seen to hold or has taken; the same instance when nothing was marked.</summary>
    /// <param name="otherForms">What is kept with the lead.</param>
    /// <param name="open">Of these it is still not known.</param>
    public static JsonObject Settle(JsonObject otherForms, IEnumerable<string> open) => With(otherForms, [.. Names(otherForms).Intersect(open)]);

    private static IEnumerable<string> Names(JsonObject otherForms) => (otherForms[Place] as JsonArray ?? []).Select(name => name?.ToString() ?? "");

    private static JsonObject With(JsonObject otherForms, string[] names)
    {
        if (names.Length == Names(otherForms).Count())
        {
            return otherForms;
        }

        var changed = (JsonObject)otherForms.DeepClone();
        if (names.Length > 0)
        {
            changed[Place] = new JsonArray([.. names.Select(name => (JsonNode)name)]);
        }
        else
        {
            changed.Remove(Place);
        }

        return changed;
    }
}
