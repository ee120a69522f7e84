using SalesIntel.Crm;
using SalesIntel.Engine;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>What the ledger says of a write, also as the version before wrote it.</summary>
public sealed class LeadWriteDetailTests
{
    [Fact]
    public void Detail_of_the_version_before_is_read()
    {
        var detail = LeadWriteDetail.Read(new LedgerEntry(LedgerState.Done, default, "5001", """{"sent":["Company"],"issues":["City: left out"]}"""));

        Assert.Equal(["Company"], detail!.Sent);
        Assert.Equal(["City: left out"], detail.Issues);
        Assert.Null(detail.Kept);
    }

    [Theory]
    [InlineData(LedgerState.Intended, """{"sent":[],"issues":[]}""")]
    [InlineData(LedgerState.DryRun, """[{"name":"Company"}]""")]
    [InlineData(LedgerState.Done, "")]
    public void What_was_not_written_says_nothing(LedgerState state, string detail) =>
        Assert.Null(LeadWriteDetail.Read(new LedgerEntry(state, default, "", detail)));

    [Fact]
    public void Nothing_kept_is_not_mentioned()
    {
        var result = new LeadWriteResult("5001", [], [], ["Company"], []);

        Assert.Equal("""{"sent":["Company"],"issues":[]}""", LeadWriteDetail.Of(result));
        Assert.Equal("""{"sent":["Company"],"issues":[],"changed_in_the_crm":["City"]}""", LeadWriteDetail.Of(result with { Kept = ["City"] }));
    }
}
