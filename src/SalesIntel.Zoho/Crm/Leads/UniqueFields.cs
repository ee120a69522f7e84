using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>Values of a new lead that no two records may have. An upsert that does not find the address looks for each of them, and changes whoever has
/// it, https://www.zoho.com/crm/developer/docs/api/v8/upsert-records.html: two people who share a telephone number would share a lead. So they follow
/// when the lead is there; an update by id refuses them instead.</summary>
internal sealed class UniqueFields
{
    /// <summary>Those that follow, by API name.</summary>
    public JsonObject Held { get; } = [];

    /// <summary>Those of them that go with the record after all, because a layout demands them of a new lead.</summary>
    public HashSet<string> Demanded { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes them out of the record of a lead that is to be created.</summary>
    /// <param name="record">Changed in place.</param>
    /// <param name="known">The module's fields; null when they can't be read.</param>
    /// <param name="matchedBy">The field by which the lead is to be found.</param>
    public static UniqueFields TakeOut(JsonObject record, ModuleFields? known, string matchedBy)
    {
        var unique = new UniqueFields();
        string[] names = [.. record.Where(field => field.Value is not null && field.Key != matchedBy).Select(field => field.Key)];
        foreach (var name in names.Where(name => known?.Find(name)?.IsUnique == true))
        {
            unique.Held[name] = record[name]!.DeepClone();
            record.Remove(name);
        }

        return unique;
    }

    /// <summary>Puts back those without which a layout has no new lead.</summary>
    /// <returns>True when any was put back.</returns>
    public bool TryPutBack(JsonObject record, IReadOnlyList<ZohoProblem> problems)
    {
        var isAny = false;
        foreach (var problem in problems)
        {
            if (problem is { Code: "MANDATORY_NOT_FOUND", Field: { } name } && Held.TryGetPropertyValue(name, out var value))
            {
                record[name] = value?.DeepClone();
                isAny |= Held.Remove(name) && Demanded.Add(name);
            }
        }

        return isAny;
    }

    /// <summary>True when another record has the value of one without which there is no new lead.</summary>
    public bool IsTaken(IReadOnlyList<ZohoProblem> problems) =>
        problems.Any(problem => problem is { Code: "DUPLICATE_DATA", Field: { } name } && Demanded.Contains(name));

    /// <summary>What is to be said of a lead that was found by one of them all the same; null when it was not.</summary>
    public static string? Issue(ZohoRecordResult written, string matchedBy) =>
        written is { Action: ZohoWriteAction.Updated, DuplicateField: { } field } && field != matchedBy
            ? $"{field}: Zoho took this person for lead {written.Id}, which had the same value in this unique field, and wrote to it; check that lead, "
                + "and make a ZOHO_REFRESH_TOKEN with the scope ZohoCRM.settings.fields.READ, or take 'Do not allow duplicate values' off the field"
            : null;
}
