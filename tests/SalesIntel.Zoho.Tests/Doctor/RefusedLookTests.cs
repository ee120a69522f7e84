using System.Text.Json.Nodes;
using SalesIntel.Doctor;
using SalesIntel.Simulator;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Doctor;

/// <summary>Looks of the doctor that Zoho refuses or fails at: each is a finding with advice of its own, and the others are made all the
/// same.</summary>
public sealed class RefusedLookTests
{
    private const string User = "5550001000000000000";

    [Theory]
    [InlineData("org", 500, "INTERNAL_ERROR", DoctorLevel.Warning, "concurrency", "Look up the edition")]
    [InlineData("org", 403, "NO_PERMISSION", DoctorLevel.Warning, "concurrency", "Look up the edition")]
    [InlineData("layouts", 500, "INTERNAL_ERROR", DoctorLevel.Warning, "mandatory_field", "Run the doctor again")]
    [InlineData("layouts", 403, "NO_PERMISSION", DoctorLevel.Warning, "mandatory_field", "profile of the user")]
    [InlineData("users", 500, "INTERNAL_ERROR", DoctorLevel.Warning, "owner", "Run the doctor again")]
    [InlineData("notes", 403, "NO_PERMISSION", DoctorLevel.Error, "scope", "profile of the user")]
    [InlineData("notes", 500, "INTERNAL_ERROR", DoctorLevel.Warning, "scope", "Run the doctor again")]
    [InlineData("coql", 403, "NO_PERMISSION", DoctorLevel.Warning, "scope", "profile of the user")]
    public async Task Look_that_fails_is_one_finding_and_hides_no_other(
        string operation, int status, string code, DoctorLevel level, string check, string advice)
    {
        await using var server = await SimulatorServer.StartAsync();
        using var site = new DoctorSite(server, zoho => zoho.OwnerId = User);
        server.Faults.Add(new SimulatorFault
        {
            Target = FaultTarget.Zoho, Match = operation, Action = FaultAction.Body, Status = status, Body = Answers.Error(code),
        });

        var findings = (await site.ExamineAsync()).Findings;

        var finding = Assert.Single(findings, finding => finding.Level != DoctorLevel.Ok);
        Assert.Equal((level, check), (finding.Level, finding.Check));
        Assert.Contains(advice, finding.Advice, StringComparison.Ordinal);
        Assert.DoesNotContain("profile of the user", finding.Message, StringComparison.Ordinal);
        Assert.Contains(findings, one => one is { Check: "field", Subject: "Pain_Points" });
    }

    [Theory]
    [InlineData(500, "INTERNAL_ERROR", "Run the doctor again")]
    [InlineData(403, "NO_PERMISSION", "profile of the user")]
    public async Task Fields_that_can_not_be_read_are_an_error_with_advice(int status, string code, string advice)
    {
        await using var server = await SimulatorServer.StartAsync();
        using var site = new DoctorSite(server);
        server.Faults.Add(new SimulatorFault
        {
            Target = FaultTarget.Zoho, Match = "fields", Action = FaultAction.Body, Status = status, Body = Answers.Error(code),
        });

        var finding = Assert.Single((await site.ExamineAsync()).Findings, finding => finding.Level != DoctorLevel.Ok);

        Assert.Equal((DoctorLevel.Error, "fields"), (finding.Level, finding.Check));
        Assert.Contains(advice, finding.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"length":""}""")]
    [InlineData("""{"pick_list_values":{}}""")]
    public async Task Field_of_which_something_can_not_be_read_is_told_and_the_others_are_looked_at(string change)
    {
        var options = new SimulatorOptions();
        options.FieldChanges["Pain_Points"] = (JsonObject)JsonNode.Parse(change)!;
        await using var server = await SimulatorServer.StartAsync(options);
        using var site = new DoctorSite(server);

        var findings = (await site.ExamineAsync()).Findings;

        var finding = Assert.Single(findings, finding => finding.Level != DoctorLevel.Ok);
        Assert.Equal((DoctorLevel.Warning, "field_unknown", "Pain_Points"), (finding.Level, finding.Check, finding.Subject));
        Assert.Contains("type textarea", finding.Advice, StringComparison.Ordinal);
        Assert.Contains(findings, one => one is { Check: "field", Subject: "Demo_Datetime" });
    }

    [Fact]
    public async Task Field_that_the_user_does_not_see_is_told()
    {
        var options = new SimulatorOptions();
        options.FieldChanges["Pain_Points"] = new JsonObject { ["visible"] = false };
        await using var server = await SimulatorServer.StartAsync(options);
        using var site = new DoctorSite(server);

        var finding = Assert.Single((await site.ExamineAsync()).Findings, finding => finding.Level != DoctorLevel.Ok);

        Assert.Equal((DoctorLevel.Warning, "field_hidden", "Pain_Points"), (finding.Level, finding.Check, finding.Subject));
        Assert.Contains("profile of the user", finding.Advice, StringComparison.Ordinal);
    }
}
