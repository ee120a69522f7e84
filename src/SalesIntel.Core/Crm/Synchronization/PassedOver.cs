namespace SalesIntel.Crm;

/// <summary>Values that are not in the CRM although we would write them: it did not take them, or somebody has entered something else. They
/// are remembered with the lead, as digests, so that they cost its later events no call.</summary>
internal sealed class PassedOver
{
    /// <summary>After this a value that the CRM did not take is tried again, whatever is known of its field.</summary>
    internal static readonly TimeSpan TriedAgain = TimeSpan.FromDays(1);

    // Beside the other forms of what we wrote, under what is no CRM's name of a field.
    private const string Place = "$passed_over";

    private readonly JsonObject entries;

    private PassedOver(JsonObject entries) => this.entries = entries;

    /// <summary>What is remembered with a lead.</summary>
    public static PassedOver In(JsonObject otherForms) => new(otherForms[Place] as JsonObject ?? []);

    /// <summary>True when the value gave way to one that somebody has entered in the CRM, be it the same.</summary>
    public bool GaveWay(FieldWrite write) => Find(write) is { } entry && entry["at"] is null;

    /// <summary>True when the CRM did not take the value, or not all of it, and that is not long ago, by whichever clock. Whether the field is as
    /// it was then, <see cref="IsAsItWas"/> says.</summary>
    public bool WasNotTaken(FieldWrite write, DateTimeOffset now) => Find(write)?["at"]?.ToString() is { } text
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) && (now - at).Duration() < TriedAgain;

    /// <summary>True when the CRM took the value in part: all of it may still get there.</summary>
    public bool WasCut(FieldWrite write) => Find(write) is { } entry && entry["at"] is not null;

    /// <summary>True when the CRM says of the field what it said then.</summary>
    public bool IsAsItWas(FieldWrite write, IReadOnlyDictionary<string, string> versions) =>
        Find(write)?["field"]?.ToString() == versions.GetValueOrDefault(write.Name, "");

    /// <summary>What people are told of a value that the CRM did not take; empty when nothing was said.</summary>
    public string IssueOf(FieldWrite write) => Find(write)?["issue"]?.ToString() ?? "";

    /// <summary>With what was not written because of what the CRM holds; the same instance when that is nothing new.</summary>
    public static JsonObject Remember(JsonObject otherForms, IEnumerable<FieldWrite> gaveWay) => Change(otherForms, entries =>
    {
        foreach (var write in gaveWay)
        {
            entries[write.Name] = new JsonObject { ["value"] = DigestOf(write) };
        }
    });

    /// <summary>With what a write has shown; the same instance when that is nothing new.</summary>
    /// <param name="otherForms">What is kept with the lead.</param>
    /// <param name="notTaken">What the CRM did not take.</param>
    /// <param name="issues">What is said about it.</param>
    /// <param name="versions">What the CRM says of those fields.</param>
    /// <param name="written">The CRM's names of the fields that it took.</param>
    /// <param name="now">The time.</param>
    public static JsonObject Remember(
        JsonObject otherForms,
        IEnumerable<FieldWrite> notTaken,
        IReadOnlyList<string> issues,
        IReadOnlyDictionary<string, string> versions,
        IEnumerable<string> written,
        DateTimeOffset now) => Change(otherForms, entries =>
    {
        foreach (var name in written)
        {
            entries.Remove(name);
        }

        foreach (var write in notTaken)
        {
            entries[write.Name] = new JsonObject
            {
                ["value"] = DigestOf(write),
                ["field"] = versions.GetValueOrDefault(write.Name, ""),
                ["issue"] = issues.LastOrDefault(issue => issue.StartsWith(write.Name + ": ", StringComparison.Ordinal)) ?? "",
                ["at"] = TimeText.Utc(now),
            };
        }
    });

    private static JsonObject Change(JsonObject otherForms, Action<JsonObject> change)
    {
        var before = otherForms[Place] as JsonObject ?? [];
        var after = (JsonObject)before.DeepClone();
        change(after);
        if (JsonNode.DeepEquals(before, after))
        {
            return otherForms;
        }

        var joined = (JsonObject)otherForms.DeepClone();
        joined.Remove(Place);
        if (after.Count > 0)
        {
            joined[Place] = after;
        }

        return joined;
    }

    private JsonObject? Find(FieldWrite write) =>
        entries[write.Name] is JsonObject entry && entry["value"]?.ToString() == DigestOf(write) ? entry : null;

    private static string DigestOf(FieldWrite write) => Digest.Of(write.Value?.ToJsonString() ?? "", 16);
}
