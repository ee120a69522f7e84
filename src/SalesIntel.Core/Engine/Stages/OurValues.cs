using System.Text.Json.Nodes;
using SalesIntel.Crm;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Tells our own values in the CRM from those of people: what we wrote, the form in which the CRM took it, and what a write
/// whose answer never came may have left there.</summary>
internal static class OurValues
{
    // A CRM that refuses every write must not make the lists grow for ever.
    private const int MostForms = 5;

    /// <summary>True when the value in the CRM is one that we put there.</summary>
    public static bool Contains(LeadRecord record, string field, JsonNode theirs) =>
        Same(theirs, record.Written[field]) || Forms(record.AlsoOurs, field).Any(ours => Same(theirs, ours));

    /// <summary>With the values that are about to be written; the same instance when it holds them all.</summary>
    public static JsonObject Intend(JsonObject alsoOurs, JsonObject difference, IReadOnlySet<string> yielding)
    {
        var intended = alsoOurs;
        foreach (var (field, value) in difference)
        {
            if (value is null || !yielding.Contains(field) || Forms(alsoOurs, field).Any(known => Same(value, known)))
            {
                continue;
            }

            if (ReferenceEquals(intended, alsoOurs))
            {
                intended = (JsonObject)alsoOurs.DeepClone();
            }

            intended[field] = new JsonArray(
                [.. Forms(alsoOurs, field).TakeLast(MostForms - 1).Append(value).Select(form => form!.DeepClone())]);
        }

        return intended;
    }

    /// <summary>After a write: of what the CRM took only the form that it took is left, if it is another one than we wrote.</summary>
    /// <param name="before">As it was before the intent: what the CRM did not take is not in it.</param>
    /// <param name="difference">What was to be written.</param>
    /// <param name="sent">What the CRM took.</param>
    /// <param name="yielding">The fields for which it matters.</param>
    public static JsonObject Settle(JsonObject before, JsonObject difference, JsonObject sent, IReadOnlySet<string> yielding)
    {
        var settled = (JsonObject)before.DeepClone();
        foreach (var (field, taken) in sent)
        {
            settled.Remove(field);
            if (taken is not null && yielding.Contains(field) && !Same(taken, difference[field]))
            {
                settled[field] = new JsonArray(taken.DeepClone());
            }
        }

        return settled;
    }

    private static IEnumerable<JsonNode?> Forms(JsonObject alsoOurs, string field) => alsoOurs[field] as JsonArray ?? [];

    // A CRM answers with a moment in its own time zone, and with a number where text was sent or the other way round.
    private static bool Same(JsonNode? one, JsonNode? other)
    {
        if (one is null || other is null)
        {
            return false;
        }

        var (left, right) = (one.ToString(), other.ToString());
        return left == right || (CrmTime.TryParse(left) is { } moment && moment == CrmTime.TryParse(right));
    }
}
