using SalesIntel.Doctor;
using SalesIntel.Simulator;

namespace SalesIntel.Zoho.Tests.Doctor;

/// <summary>Whether the user who is to own new leads is one.</summary>
public sealed class OwnerReviewTests
{
    private const string User = "5550001000000000000";

    [Theory]
    [InlineData(User, "active", DoctorLevel.Ok, "")]
    [InlineData("5550001000000000077", "active", DoctorLevel.Error, "ZOHO_OWNER_ID")]
    [InlineData(User, "disabled", DoctorLevel.Error, "ZOHO_OWNER_ID")]
    public async Task Owner_is_an_active_user_or_an_error(string owner, string status, DoctorLevel level, string advice)
    {
        var options = new SimulatorOptions();
        options.Users[User] = status;
        await using var server = await SimulatorServer.StartAsync(options);
        using var site = new DoctorSite(server, zoho => zoho.OwnerId = owner);

        var finding = Assert.Single((await site.ExamineAsync()).Findings, finding => finding.Check == "owner");

        Assert.Equal(level, finding.Level);
        Assert.Contains(advice, finding.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_that_may_not_read_users_is_a_warning_that_says_what_is_unknown()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { MissingScopes = { "ZohoCRM.users.READ" } });
        using var site = new DoctorSite(server, zoho => zoho.OwnerId = User);
        using var none = new DoctorSite(server);

        var finding = Assert.Single((await site.ExamineAsync()).Findings, finding => finding.Level != DoctorLevel.Ok);

        Assert.Equal((DoctorLevel.Warning, "scope", "ZohoCRM.users.READ"), (finding.Level, finding.Check, finding.Subject));
        Assert.All((await none.ExamineAsync()).Findings, one => Assert.Equal(DoctorLevel.Ok, one.Level));
    }
}
