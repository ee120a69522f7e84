using SalesIntel.Doctor;
using SalesIntel.Simulator;

namespace SalesIntel.Zoho.Tests.Doctor;

/// <summary>Whether the rule that is to choose the owner of new leads is one.</summary>
public sealed class AssignmentRuleReviewTests
{
    private const string Rule = "5550001000000000501";
    private const string Scope = "ZohoCRM.settings.assignment_rules.READ";

    [Theory]
    [InlineData(Rule, true, DoctorLevel.Ok, "")]
    [InlineData("5550001000000000077", true, DoctorLevel.Error, "ZOHO_ASSIGNMENT_RULE_ID")]
    [InlineData(Rule, false, DoctorLevel.Error, "ZOHO_ASSIGNMENT_RULE_ID")]
    public async Task Rule_is_one_of_the_module_or_an_error(string rule, bool hasRules, DoctorLevel level, string advice)
    {
        var options = new SimulatorOptions();
        if (hasRules)
        {
            options.AssignmentRules.Add("5550001000000000500");
            options.AssignmentRules.Add(Rule);
        }

        await using var server = await SimulatorServer.StartAsync(options);
        using var site = new DoctorSite(server, zoho => zoho.AssignmentRuleId = rule);

        var finding = Assert.Single((await site.ExamineAsync()).Findings, finding => finding.Check == "assignment_rule");

        Assert.Equal(level, finding.Level);
        Assert.Contains(advice, finding.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_that_may_not_read_rules_is_a_warning_that_says_what_is_unknown_and_without_a_rule_nothing_is_asked()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { MissingScopes = { Scope } });
        using var site = new DoctorSite(server, zoho => zoho.AssignmentRuleId = Rule);
        using var none = new DoctorSite(server);

        var finding = Assert.Single((await site.ExamineAsync()).Findings, finding => finding.Level != DoctorLevel.Ok);

        Assert.Equal((DoctorLevel.Warning, "scope", Scope), (finding.Level, finding.Check, finding.Subject));
        Assert.All((await none.ExamineAsync()).Findings, one => Assert.Equal(DoctorLevel.Ok, one.Level));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"assignment_rules":null}""")]
    [InlineData("""{"info":{"count":0}}""")]
    public async Task Answer_without_rules_does_not_say_that_there_are_none(string body)
    {
        await using var server = await SimulatorServer.StartAsync();
        using var site = new DoctorSite(server, zoho => zoho.AssignmentRuleId = Rule);
        server.Faults.Add(new SimulatorFault { Target = FaultTarget.Zoho, Match = "assignment_rules", Action = FaultAction.Body, Body = body });

        var finding = Assert.Single((await site.ExamineAsync()).Findings, finding => finding.Level != DoctorLevel.Ok);

        Assert.Equal((DoctorLevel.Warning, "assignment_rule", "Run the doctor again."), (finding.Level, finding.Check, finding.Advice));
    }

    [Theory]
    [InlineData(400, "FEATURE_NOT_SUPPORTED", DoctorLevel.Error, "leave it out")]
    [InlineData(400, "NOT_SUPPORTED", DoctorLevel.Error, "leave it out")]
    [InlineData(403, "NO_PERMISSION", DoctorLevel.Warning, "profile of the user")]
    [InlineData(500, "INTERNAL_ERROR", DoctorLevel.Warning, "Run the doctor again")]
    public async Task Refused_look_says_what_to_do_and_hides_nothing_else(int status, string code, DoctorLevel level, string advice)
    {
        await using var server = await SimulatorServer.StartAsync();
        using var site = new DoctorSite(server, zoho => zoho.AssignmentRuleId = Rule);
        server.Faults.Add(new SimulatorFault
        {
            Target = FaultTarget.Zoho, Match = "assignment_rules", Action = FaultAction.Body, Status = status, Body = Support.Answers.Error(code),
        });

        var findings = (await site.ExamineAsync()).Findings;

        var finding = Assert.Single(findings, finding => finding.Level != DoctorLevel.Ok);
        Assert.Equal((level, "assignment_rule"), (finding.Level, finding.Check));
        Assert.Contains(advice, finding.Advice, StringComparison.Ordinal);
        Assert.Contains(findings, one => one is { Check: "field", Subject: "Pain_Points" });
    }
}
