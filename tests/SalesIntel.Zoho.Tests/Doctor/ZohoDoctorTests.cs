using System.Text.Json;
using System.Text.Json.Nodes;
using SalesIntel.Doctor;
using SalesIntel.Leads;
using SalesIntel.Simulator;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Doctor;

namespace SalesIntel.Zoho.Tests.Doctor;

/// <summary>Twelve faults that an installation is found with, planted in the simulator: the doctor finds each, and nothing else, and says
/// what to do.</summary>
public sealed class ZohoDoctorTests
{
    private const string Search = "ZohoSearch.securesearch.READ";

    // Level, check, subject, and what the advice must name.
    private static readonly (DoctorLevel Level, string Check, string Subject, string Advice)[] Planted =
    [
        (DoctorLevel.Error, "field_missing", "Pain_Points", "ZCF_PAIN_POINTS"),
        (DoctorLevel.Warning, "field_length", "Bant_Budget", "multi-line field for 2000 characters"),
        (DoctorLevel.Error, "field_type", "Demo_Datetime", "type datetime in Zoho and set ZCF_DEMO_DATETIME"),
        (DoctorLevel.Error, "field_read_only", "Referred_By", "the profile of the user"),
        (DoctorLevel.Error, "picklist_value_missing", "Meddic_Confidence", "Add 'Super-hot'"),
        (DoctorLevel.Error, "status_missing", "Lead_Status", "Add 'Demo No-show' to the picklist in Zoho, or set STATUS_DEMO_NO_SHOW"),
        (DoctorLevel.Error, "mandatory_field", "Designation", "StandIns[\"Designation\"]"),
        (DoctorLevel.Warning, "field_unique", "Phone", "Names[\"phone\"]"),
        (DoctorLevel.Error, "scope", Search, $"new ZOHO_REFRESH_TOKEN with {Search}"),
        (DoctorLevel.Error, "concurrency", "", "ZOHO_MAX_CONCURRENCY=5"),
    ];

    [Fact]
    public async Task Sound_organisation_has_no_findings()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var site = new DoctorSite(server);
        server.State.AddLead(new() { ["Last_Name"] = "Ames", ["Email"] = "ames@northwind.example" });

        var examination = await site.ExamineAsync();

        Assert.All(examination.Findings, finding => Assert.Equal(DoctorLevel.Ok, finding.Level));
        Assert.All(examination.Plan, field => Assert.NotNull(field.Variable));
        Assert.Contains("'au'", Assert.Single(examination.Findings, finding => finding.Check == "token").Message, StringComparison.Ordinal);
        Assert.Contains(examination.Findings, finding => finding is { Check: "field", Subject: "Pain_Points" });
        Assert.Equal(7, examination.Findings.Count(finding => finding.Check == "scope"));
        Assert.Empty(server.State.Writes);
    }

    [Fact]
    public async Task Ten_faults_of_the_organisation_are_found_at_once_and_nothing_else()
    {
        var options = Faulty();
        await using var server = await SimulatorServer.StartAsync(options);
        using var site = new DoctorSite(server);

        var examination = await site.ExamineAsync();

        var wrong = examination.Findings.Where(finding => finding.Level != DoctorLevel.Ok).ToList();
        Assert.Equal(
            Planted.Select(one => $"{one.Level} {one.Check} {one.Subject}").Order(StringComparer.Ordinal),
            wrong.Select(finding => $"{finding.Level} {finding.Check} {finding.Subject}").Order(StringComparer.Ordinal));
        Assert.All(Planted, one =>
            Assert.Contains(one.Advice, wrong.Single(finding => finding.Check == one.Check).Advice, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plan_names_the_fields_to_create_and_the_values_to_add()
    {
        var options = Faulty();
        options.FieldChanges["Meddic_Confidence"] = null;
        await using var server = await SimulatorServer.StartAsync(options);
        using var site = new DoctorSite(server);

        var plan = (await site.ExamineAsync()).Plan.Where(field => field.Variable is null).ToDictionary(field => field.Name);

        Assert.Equal(["Lead_Status", "Meddic_Confidence", "Pain_Points"], plan.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((true, "Pain Points", "textarea", 2_000), Shape(plan["Pain_Points"]));
        Assert.Equal((true, "Meddic Confidence", "picklist", "Super-hot".Length), Shape(plan["Meddic_Confidence"]));
        Assert.Equal(["Cold", "Warm", "Hot", "Super-hot"], plan["Meddic_Confidence"].Choices);
        Assert.False(plan["Lead_Status"].IsNew);
        Assert.Equal(["Demo No-show"], plan["Lead_Status"].Choices);

        static (bool IsNew, string Label, string Type, int Length) Shape(PlannedField field) =>
            (field.IsNew, field.Label, field.DataType, field.Length);
    }

    [Fact]
    public async Task Plan_suggests_a_name_for_each_variable_that_is_not_set()
    {
        var options = new SimulatorOptions();
        options.FieldChanges["Meddic_Confidence"] = null;
        await using var server = await SimulatorServer.StartAsync(options);
        using var site = new DoctorSite(server, fields: names => names.Names.Clear());

        var examination = await site.ExamineAsync();

        Assert.All(examination.Findings, finding => Assert.Equal(DoctorLevel.Ok, finding.Level));
        Assert.Equal(
            ZohoFieldNames.CustomFieldsOf(FieldCatalog.Default).Select(ZohoFieldNames.VariableOf),
            examination.Plan.Select(field => field.Variable));
        var there = Assert.Single(examination.Plan, field => field.Variable == "ZCF_PAIN_POINTS");
        Assert.Equal(("Pain_Points", false), (there.Name, there.IsNew));
        var created = Assert.Single(examination.Plan, field => field.Variable == "ZCF_MEDDIC_CONFIDENCE");
        Assert.Equal(("Meddic_Confidence", true, "picklist"), (created.Name, created.IsNew, created.DataType));
    }

    [Fact]
    public async Task Wrong_module_and_a_Zoho_that_is_away_are_findings_and_no_exceptions()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var wrong = new DoctorSite(server, zoho => zoho.LeadsModule = "Prospects");
        using var away = new DoctorSite(server, zoho => zoho.AccountsUrl = null, accounts: new AccountsHosts());

        var module = Assert.Single((await wrong.ExamineAsync()).Findings);
        var access = Assert.Single((await away.ExamineAsync()).Findings);

        Assert.Equal((DoctorLevel.Error, "module", "INVALID_MODULE"), (module.Level, module.Check, module.Subject));
        Assert.Contains("ZOHO_LEADS_MODULE", module.Advice, StringComparison.Ordinal);
        Assert.Equal((DoctorLevel.Error, "access", "connection"), (access.Level, access.Check, access.Subject));
    }

    [Theory]
    [InlineData("""{"paid":true,"paid_type":"professional","trial_type":"enterprise","trial_expiry":"2027-01-01T00:00:00Z"}""", "professional")]
    [InlineData("""{"paid":false,"paid_type":"free","trial_type":"enterprise","trial_expiry":"2027-01-01T00:00:00+05:30"}""", "enterprise")]
    [InlineData("""{"paid":false,"paid_type":"free","trial_type":"enterprise","trial_expiry":"2026-01-01T00:00:00+05:30"}""", "free")]
    [InlineData("""{"paid":false,"paid_type":"free","trial_type":null,"trial_expiry":null}""", "free")]
    [InlineData("{}", null)]
    public void Edition_is_that_of_a_trial_which_has_not_ended(string json, string? edition) => Assert.Equal(
        edition,
        JsonSerializer.Deserialize(json, MetadataJson.Default.ZohoLicense)!
            .EditionAt(new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero)));

    [Fact]
    public async Task Dead_refresh_token_is_told_and_the_scopes_of_a_new_one()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { RefreshToken = "another" });
        using var site = new DoctorSite(server);

        var finding = Assert.Single((await site.ExamineAsync()).Findings);

        Assert.Equal((DoctorLevel.Error, "token", "invalid_code"), (finding.Level, finding.Check, finding.Subject));
        Assert.Contains("make a new ZOHO_REFRESH_TOKEN", finding.Advice, StringComparison.Ordinal);
        Assert.Contains("ZohoCRM.modules.ALL", finding.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_data_centre_is_told_and_the_variable_to_correct()
    {
        await using var au = await SimulatorServer.StartAsync(new SimulatorOptions { RefreshToken = "another" });
        await using var eu = await SimulatorServer.StartAsync();
        using var site = new DoctorSite(
            eu, options => options.AccountsUrl = null, accounts: new AccountsHosts(("accounts.zoho.com.au", au), ("accounts.zoho.eu", eu)));

        var finding = Assert.Single((await site.ExamineAsync()).Findings);

        Assert.Equal((DoctorLevel.Error, "token", "wrong_data_centre"), (finding.Level, finding.Check, finding.Subject));
        Assert.Equal("Set ZOHO_DC=eu.", finding.Advice);
    }

    [Theory]
    [InlineData(8, DoctorLevel.Warning, "free allows 5")]
    [InlineData(5, DoctorLevel.Ok, "")]
    public async Task Edition_that_Zoho_does_not_say_is_named_as_unknown(int configured, DoctorLevel level, string advice)
    {
        var options = new SimulatorOptions();
        options.MissingScopes.Add("ZohoCRM.org.READ");
        await using var server = await SimulatorServer.StartAsync(options);
        using var site = new DoctorSite(server, zoho => zoho.MaxConcurrency = configured);

        var finding = Assert.Single((await site.ExamineAsync()).Findings, finding => finding.Check == "concurrency");

        Assert.Equal(level, finding.Level);
        Assert.Contains(advice, finding.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"no\"")]
    public async Task What_is_no_rule_makes_no_field_unique(string json)
    {
        var options = new SimulatorOptions();
        options.FieldChanges["Phone"] = new JsonObject { ["unique"] = JsonNode.Parse(json), ["length"] = null, ["pick_list_values"] = null };
        await using var server = await SimulatorServer.StartAsync(options);
        using var site = new DoctorSite(server);

        Assert.All((await site.ExamineAsync()).Findings, finding => Assert.Equal(DoctorLevel.Ok, finding.Level));
    }

    [Theory]
    [InlineData("Demo_Datetime", "integer", 9, "field_type")]
    [InlineData("No_of_Employees", "datetime", null, "field_type")]
    [InlineData("Lead_Status", "boolean", 5, "field_type")]
    [InlineData("Website", "website", 50, "field_length")]
    [InlineData("Phone", "phone", 10, "field_length")]
    [InlineData("Lead_Intel", "textarea", 2000, "field_length")]
    public async Task Siblings_of_a_wrong_type_and_of_a_short_length_are_found(string name, string type, int? length, string check)
    {
        var options = new SimulatorOptions();
        options.FieldChanges[name] = new JsonObject { ["data_type"] = type, ["length"] = length };
        await using var server = await SimulatorServer.StartAsync(options);
        using var site = new DoctorSite(server);

        var finding = Assert.Single((await site.ExamineAsync()).Findings, finding => finding.Level != DoctorLevel.Ok);

        Assert.Equal((check, name), (finding.Check, finding.Subject));
    }

    [Theory]
    [InlineData("Lead_Status", """{"pick_list_values":[{"actual_value":"Demo Booked","type":"used"},{"actual_value":"Demo Complete","type":"used"},{"actual_value":"Demo Canceled","type":"used"},{"actual_value":"Demo No-show","type":"unused"}]}""", "status_missing")]
    [InlineData("Pain_Points", """{"operation_type":{"api_create":true,"api_update":false}}""", "field_read_only")]
    [InlineData("Website", """{"unique":{"casesensitive":"true"}}""", "field_unique")]
    [InlineData("Email", """{"read_only":true}""", "field_read_only")]
    [InlineData("Last_Name", """{"length":20}""", "field_length")]
    [InlineData("Lead_Source", """{"pick_list_values":[{"actual_value":"Web"}]}""", "picklist_value_missing")]
    public async Task Faults_beside_the_twelve_are_found_alone(string name, string change, string check)
    {
        var options = new SimulatorOptions();
        options.FieldChanges[name] = (JsonObject)JsonNode.Parse(change)!;
        await using var server = await SimulatorServer.StartAsync(options);
        using var site = new DoctorSite(server);

        var finding = Assert.Single((await site.ExamineAsync()).Findings, finding => finding.Level != DoctorLevel.Ok);

        Assert.Equal((check, name), (finding.Check, finding.Subject));
    }

    [Fact]
    public async Task Field_of_ours_that_a_layout_demands_is_a_warning_until_it_has_a_stand_in()
    {
        var options = new SimulatorOptions();
        options.MandatoryFields.Add("Phone");
        options.MandatoryFields.Add("Company");
        await using var server = await SimulatorServer.StartAsync(options);
        using var without = new DoctorSite(server);
        using var with = new DoctorSite(server, fields: names => names.StandIns["Phone"] = "+61 2 9999 9999");

        var finding = Assert.Single((await without.ExamineAsync()).Findings, finding => finding.Level != DoctorLevel.Ok);

        Assert.Equal((DoctorLevel.Warning, "mandatory_field", "Phone"), (finding.Level, finding.Check, finding.Subject));
        Assert.All((await with.ExamineAsync()).Findings, one => Assert.Equal(DoctorLevel.Ok, one.Level));
    }

    [Fact]
    public async Task Name_that_differs_in_case_is_told_with_the_right_one()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var site = new DoctorSite(server, fields: options => options.Names["ZCF_PAIN_POINTS"] = "pain_points");

        var examination = await site.ExamineAsync();

        var finding = Assert.Single(examination.Findings, finding => finding.Level != DoctorLevel.Ok);
        Assert.Equal("field_missing", finding.Check);
        Assert.DoesNotContain(examination.Plan, field => field.Name == "pain_points");
        Assert.Contains("set ZCF_PAIN_POINTS to Pain_Points", finding.Advice, StringComparison.Ordinal);
    }

    private static SimulatorOptions Faulty()
    {
        var options = new SimulatorOptions { Edition = "free" };
        options.FieldChanges["Pain_Points"] = null;
        options.FieldChanges["Bant_Budget"] = new JsonObject { ["data_type"] = "text", ["length"] = 255 };
        options.FieldChanges["Demo_Datetime"] = new JsonObject { ["data_type"] = "boolean", ["length"] = 5 };
        options.FieldChanges["Referred_By"] = new JsonObject { ["read_only"] = true };
        options.FieldChanges["Meddic_Confidence"] = new JsonObject { ["pick_list_values"] = Values("Cold", "Warm", "Hot") };
        options.FieldChanges["Lead_Status"] = new JsonObject
        {
            ["pick_list_values"] = Values("Demo Booked", "Demo Complete", "Demo Canceled"),
        };
        options.MandatoryFields.Add("Designation");
        options.UniqueFields.Add("Phone");
        options.MissingScopes.Add(Search);
        return options;
    }

    private static JsonArray Values(params string[] values) =>
        [.. values.Select(value => new JsonObject { ["actual_value"] = value, ["display_value"] = value, ["type"] = "used" })];
}
