using System.Text.Json;
using System.Text.Json.Nodes;
using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Zoho.Tests.Support;
using VerifyXunit;

namespace SalesIntel.Zoho.Tests.Mapping;

/// <summary>The JSON that goes to Zoho for each policy, by what Zoho holds when we know something new.</summary>
public sealed class PolicySnapshotTests
{
    private static readonly LeadField Pains = LeadFields.PainPoints;

    [Fact]
    public async Task Json_of_each_policy()
    {
        var shown = new JsonObject();
        foreach (var policy in Enum.GetValues<WritePolicy>())
        {
            shown[policy.ToString()] = new JsonObject
            {
                ["as we wrote it"] = await WriteAsync(policy, "\"old\""),
                ["as Zoho cut it"] = await WriteAsync(policy, "\"ol…\""),
                ["changed in the CRM"] = await WriteAsync(policy, "\"typed by a person\""),
                ["emptied in the CRM"] = await WriteAsync(policy, "null"),
                ["never written, empty in the CRM"] = await WriteAsync(policy, "null", isWritten: false),
                ["never written, typed by a person"] = await WriteAsync(policy, "\"typed by a person\"", isWritten: false),
            };
        }

        await Verifier.Verify(shown.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), "json");
    }

    private static async Task<JsonNode?> WriteAsync(WritePolicy policy, string held, bool isWritten = true)
    {
        using var zoho = new ZohoHarness(names: [(Pains.Name, "Pains")]);
        zoho.Stub.On("GET /crm/v8/Leads/5001", 200, $$"""{"data":[{"id":"5001","Email":"{{ZohoHarness.Email}}","Pains":{{held}}}]}""")
            .On("PUT /crm/v8/Leads/5001", 200, Answers.Updated);
        var record = new LeadRecord
        {
            Key = LeadKey.FromEmail(ZohoHarness.Email),
            Email = ZohoHarness.Email,
            CrmId = "5001",
            Written = isWritten ? new JsonObject { ["Pains"] = "old" } : [],
        };
        var patch = new LeadPatch { Email = ZohoHarness.Email, Fields = [new PatchField(Pains, "new", policy)] };
        var result = await new LeadSynchronizer(zoho.Crm, zoho.Time).WriteAsync(record, patch, new Journal(), null, default);
        var put = zoho.Stub.Calls.SingleOrDefault(call => call.Method == "PUT");
        return new JsonObject
        {
            ["request"] = put is null ? null : JsonNode.Parse(put.Body!),
            ["kept"] = new JsonArray([.. result.Kept.Select(name => (JsonNode)name)]),
        };
    }

    private sealed class Journal : ILeadWriteJournal
    {
        public void EnsureMayWrite()
        {
        }

        public Task RecordIntentAsync(JsonObject otherForms) => Task.CompletedTask;
    }
}
