using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>Gives a new lead its owner. An upsert that carries an owner also takes an existing lead away from whoever has it, and only its
/// answer tells whether the lead is new: so the owner goes with it only where the database knew nobody a moment before, and follows with a call of
/// its own elsewhere.</summary>
internal sealed class LeadOwner(ZohoCrmClient client, UnknownAddresses unknown, IOptionsMonitor<ZohoOptions> options)
{
    private const string Field = "Owner";

    // The creation has run them.
    private static readonly ZohoWriteSettings WithoutAutomations = new() { Trigger = [] };

    /// <summary>Puts the owner into the record of a lead that is to be created, where nobody can have it.</summary>
    /// <returns>True when it is in it.</returns>
    public bool TryAdd(JsonObject record, string email)
    {
        var isNew = unknown.Take(email);
        if (!isNew || string.IsNullOrEmpty(options.CurrentValue.OwnerId))
        {
            return false;
        }

        record[Field] = Id(options.CurrentValue.OwnerId);
        return true;
    }

    /// <summary>Takes it out of a record that was refused for it.</summary>
    /// <returns>What went wrong; null when it was not the owner.</returns>
    public static string? TakeOut(JsonObject record, IReadOnlyList<ZohoProblem> problems) =>
        problems.FirstOrDefault(problem => problem.Field == Field) is { } refused && record.Remove(Field) ? Issue(refused.Code) : null;

    /// <summary>Keeps it in a record under the address that nobody had; takes it out of one that is to be written under another.</summary>
    /// <returns>True when it is still in it.</returns>
    public static bool TryKeep(JsonObject record, string field, string email) =>
        (string?)record[field] == email || !record.Remove(Field);

    /// <summary>Sets it, where one is configured.</summary>
    /// <returns>What went wrong; null when nothing did. The lead is written, and must not be written again for its owner.</returns>
    public async Task<string?> SetAsync(string leadId, ZohoPriority priority, CancellationToken cancellationToken)
    {
        var current = options.CurrentValue;
        if (string.IsNullOrEmpty(current.OwnerId))
        {
            return null;
        }

        try
        {
            var record = new JsonObject { [Field] = Id(current.OwnerId) };
            var result = await client.TryUpdateAsync(
                current.LeadsModule, leadId, record, CrmJson.Default.JsonObject, WithoutAutomations with { Priority = priority }, cancellationToken).ConfigureAwait(false);
            return result.IsSuccess ? null : Issue(result.Error!.Code);
        }
        catch (ZohoCrmException failure)
        {
            return Issue(failure.Code);
        }
    }

    private static JsonObject Id(string user) => new() { ["id"] = user };

    private static string Issue(string code) => $"{Field}: not set ({code}); check ZOHO_OWNER_ID and set it in Zoho";
}
