using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Records;

/// <summary>Text to which an entry is added and that is then too long: what is there is not ours to cut, and a part of the entry is not the
/// entry.</summary>
public sealed class AddedTextTests
{
    private const string Put = "PUT /crm/v8/Leads/5001";
    private const string Full = "Company: full, nothing was added; make room in it, or make the field longer in Zoho";

    [Theory]
    [InlineData(WritePolicy.AppendDated, Full, null)]
    [InlineData(WritePolicy.Own, "Company: shortened to 30 characters", "2026-11-01: Called. 2026-11-0…")]
    public async Task Entry_that_finds_no_room_is_left_out_and_named(WritePolicy policy, string issue, string? sent)
    {
        using var zoho = new ZohoHarness(fields: true);
        zoho.Stub.On(Put, 200, Answers.Updated);

        var receipt = await WriteAsync(zoho, policy);

        Assert.Equal(issue, Assert.Single(receipt.Issues));
        Assert.Equal(sent, (string?)receipt.Sent!["Company"]);
        Assert.Equal(sent is null ? 0 : 1, zoho.Stub.Calls.Count);
    }

    [Fact]
    public async Task So_is_one_that_Zoho_finds_too_long()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 400, Answers.Row("INVALID_DATA", """{"api_name":"Company","maximum_length":"30"}"""));

        var receipt = await WriteAsync(zoho, WritePolicy.AppendDated);

        Assert.Equal(Full, Assert.Single(receipt.Issues));
        Assert.Empty(receipt.Sent!);
        Assert.Single(zoho.Stub.Calls);
    }

    private static Task<CrmLeadReceipt> WriteAsync(ZohoHarness zoho, WritePolicy policy) => zoho.Crm.WriteLeadAsync(
        new CrmLeadWrite
        {
            LeadId = "5001",
            Patch = new LeadPatch
            {
                Email = ZohoHarness.Email, Fields = [new PatchField(LeadFields.CompanyName, "2026-11-01: Called.\n2026-11-02: Wants to know the price.", policy)],
            },
        },
        default);
}
