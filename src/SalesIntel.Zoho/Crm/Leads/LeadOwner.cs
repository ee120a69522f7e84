using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SalesIntel.Failures;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>Gives a new lead its owner. An upsert that carries an owner also takes an existing lead away from whoever has it, and only its
/// answer tells whether the lead is new.</summary>
internal sealed class LeadOwner(ZohoCrmClient client, IOptionsMonitor<ZohoOptions> options)
{
    // The creation has run them.
    private static readonly ZohoWriteSettings WithoutAutomations = new() { Trigger = [] };

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
            var record = new JsonObject { ["Owner"] = new JsonObject { ["id"] = current.OwnerId } };
            var result = await client.TryUpdateAsync(
                current.LeadsModule, leadId, record, CrmJson.Default.JsonObject, WithoutAutomations with { Priority = priority }, cancellationToken).ConfigureAwait(false);
            return result.IsSuccess ? null : Issue(result.Error!);
        }
        catch (ZohoCrmException failure)
        {
            return Issue(failure);
        }

        static string Issue(ProviderException failure) => $"Owner: not set ({failure.Code}); check ZOHO_OWNER_ID and set it in Zoho";
    }
}
