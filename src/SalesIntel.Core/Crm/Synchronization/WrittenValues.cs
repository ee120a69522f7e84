using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Crm;

/// <summary>Tells what we have written to the CRM from what people have entered: what we wrote, the form in which the CRM took it, and what a
/// write whose outcome is not known may have left there.</summary>
internal static class WrittenValues
{
    // A CRM that refuses every write must not make the lists grow for ever.
    private const int MostForms = 5;

    /// <summary>True when the value in the CRM is one that we put there.</summary>
    public static bool Contain(LeadRecord record, string name, JsonNode value, ICrmMapping mapping) =>
        (record.Written[name] is { } written && mapping.IsFormOf(name, value, written)) || FormOf(record, name, value, mapping) is not null;

    /// <summary>The other form of what we wrote, or the unsettled intent, that equals the value in the CRM; null when none does.</summary>
    public static JsonNode? FormOf(LeadRecord record, string name, JsonNode value, ICrmMapping mapping) =>
        Forms(record.OtherForms, name).FirstOrDefault(form => mapping.IsFormOf(name, value, form));

    /// <summary>The dated entries that a write whose outcome is not known may have added.</summary>
    public static IEnumerable<string> Entries(LeadRecord record, string name) => Forms(record.OtherForms, name).Select(form => form.ToString());

    /// <summary>With the values that are about to be written; the same instance when it holds them all. A field that we replace whatever it
    /// holds needs no record.</summary>
    public static JsonObject Intend(JsonObject otherForms, IEnumerable<FieldWrite> writes, ICrmMapping mapping)
    {
        var intended = otherForms;
        foreach (var write in writes)
        {
            var value = write.Entry is { } entry ? JsonValue.Create(entry) : write.Value;
            if (value is null || (write.Field.Policy == WritePolicy.Own && write.Entry is null)
                || Forms(otherForms, write.Name).Any(known => mapping.IsSame(write.Name, value, known)))
            {
                continue;
            }

            if (ReferenceEquals(intended, otherForms))
            {
                intended = (JsonObject)otherForms.DeepClone();
            }

            intended[write.Name] = new JsonArray(
                [.. Forms(otherForms, write.Name).TakeLast(MostForms - 1).Append(value).Select(form => form.DeepClone())]);
        }

        return intended;
    }

    /// <summary>After a write: of what the CRM took only the form that it took is left, if it is another one than we wrote.</summary>
    /// <param name="before">As it was before the intent: what the CRM did not take is not in it.</param>
    /// <param name="writes">What was to be written.</param>
    /// <param name="sent">What the CRM took, by its names.</param>
    /// <param name="mapping">Tells what is the same.</param>
    public static JsonObject Settle(JsonObject before, IReadOnlyCollection<FieldWrite> writes, JsonObject sent, ICrmMapping mapping)
    {
        var settled = (JsonObject)before.DeepClone();
        foreach (var write in writes.Where(write => sent.ContainsKey(write.Name)))
        {
            settled.Remove(write.Name);
            if (sent[write.Name] is { } taken && write.Field.Policy != WritePolicy.Own && write.Entry is null
                && !mapping.IsSame(write.Name, taken, write.Value))
            {
                settled[write.Name] = new JsonArray(taken.DeepClone());
            }
        }

        // What the CRM's adapter has filled on its own is nobody's edit either.
        foreach (var (name, value) in sent.Where(field => field.Value is not null && writes.All(write => write.Name != field.Key)))
        {
            settled[name] = new JsonArray(value!.DeepClone());
        }

        return settled;
    }

    /// <summary>What is written after the CRM took some fields. What it did not take was not written: it stays in the difference, and goes there
    /// once the CRM takes it.</summary>
    public static JsonObject Join(JsonObject written, IEnumerable<KeyValuePair<string, JsonNode?>> taken)
    {
        var joined = (JsonObject)written.DeepClone();
        foreach (var (name, value) in taken)
        {
            if (value is null)
            {
                joined.Remove(name);
            }
            else
            {
                joined[name] = value.DeepClone();
            }
        }

        return joined;
    }

    private static IEnumerable<JsonNode> Forms(JsonObject otherForms, string name) =>
        (otherForms[name] as JsonArray ?? []).OfType<JsonNode>();
}
