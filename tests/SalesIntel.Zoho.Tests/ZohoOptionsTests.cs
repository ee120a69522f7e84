using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesIntel.Crm;
using SalesIntel.Engine;
using SalesIntel.Settings;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Crm;

namespace SalesIntel.Zoho.Tests;

public class ZohoOptionsTests
{
    private static readonly (string, string?)[] Credentials =
        [("ZOHO_CLIENT_ID", "1000.X"), ("ZOHO_CLIENT_SECRET", "s"), ("ZOHO_REFRESH_TOKEN", "1000.r")];

    public static TheoryData<string, Action<ZohoOptions>> Refused => new()
    {
        { "ZOHO_DC (ZohoOptions.DataCenter) is 'mars': must be one of us, au, eu, in, jp, ca, cn, sa, uk, ae", o => o.DataCenter = "mars" },
        { "ZOHO_DC (ZohoOptions.DataCenter) is ''", o => o.DataCenter = "" },
        { "ZOHO_LEADS_MODULE (ZohoOptions.LeadsModule) is 'Leads/../Deals'", o => o.LeadsModule = "Leads/../Deals" },
        { "ZOHO_LEADS_MODULE (ZohoOptions.LeadsModule) is ''", o => o.LeadsModule = "" },
        { "ZOHO_OWNER_ID (ZohoOptions.OwnerId) is 'Dana'", o => o.OwnerId = "Dana" },
        { "ZOHO_MAX_CONCURRENCY (ZohoOptions.MaxConcurrency) is '26'", o => o.MaxConcurrency = 26 },
        { "ZOHO_MAX_CONCURRENCY (ZohoOptions.MaxConcurrency) is '0'", o => o.MaxConcurrency = 0 },
        { "ZohoOptions.Timeout is '0': must be a number of seconds from 1 to 300", o => o.Timeout = TimeSpan.Zero },
        { "ZOHO_TRIGGER (ZohoOptions.Trigger[1]) is 'workflow,everything': must be none or some of workflow, approval, blueprint", o => o.Trigger = ["workflow", "everything"] },
        { "ZOHO_TRIGGER (ZohoOptions.Trigger) has 'none' beside", o => o.Trigger = ["none", "workflow"] },
        { "ZOHO_TRIGGER (ZohoOptions.Trigger) has 'none'", o => o.Trigger = ["none"] },
        { "ZOHO_REFRESH_TOKEN (ZohoOptions.RefreshToken) is not set: required to reach Zoho CRM", o => o.RefreshToken = "" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_value_that_can_not_work_is_named(string error, Action<ZohoOptions> change) =>
        Assert.StartsWith(error, Assert.Single(Errors(change)), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://crm.example", false)]
    [InlineData("https://key@crm.example", false)]
    [InlineData("https://crm.example/?key=1", false)]
    [InlineData("ftp://crm.example", false)]
    [InlineData("crm.example", false)]
    [InlineData("http://localhost:5000", true)]
    [InlineData("http://127.0.0.1:5000/zoho", true)]
    [InlineData("https://crm.example/zoho", true)]
    [InlineData("", true)]
    [InlineData(null, true)]
    public void Addresses_are_encrypted_or_local(string? url, bool isValid)
    {
        Assert.Equal(isValid, Errors(o => o.ApiUrl = url).Count == 0);
        var errors = Errors(o => o.AccountsUrl = url);
        Assert.Equal(isValid ? [] : ["ZOHO_ACCOUNTS_URL (ZohoOptions.AccountsUrl) (value not shown): must be an absolute https URL without user, password, query and fragment; http for this machine only"], errors);
    }

    [Fact]
    public void A_list_of_triggers_may_be_empty() => Assert.Empty(Errors(o => o.Trigger = []));

    [Fact]
    public void Without_credentials_all_that_are_missing_are_named_and_none_that_is_there_is_shown()
    {
        using var services = new ServiceCollection().AddZohoCrm(o => o.ClientSecret = "s3cret-value").BuildServiceProvider();
        var failure = Assert.Throws<SettingsException>(() => services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Equal(
            [
                "ZOHO_CLIENT_ID (ZohoOptions.ClientId) is not set: required to reach Zoho CRM",
                "ZOHO_REFRESH_TOKEN (ZohoOptions.RefreshToken) is not set: required to reach Zoho CRM",
            ],
            failure.Errors);
    }

    [Fact]
    public void Added_twice_it_is_registered_once_and_both_callbacks_count()
    {
        using var services = new ServiceCollection().AddZohoCrm(o => o.ClientId = "1000.X")
            .AddZohoCrm(o => (o.ClientSecret, o.RefreshToken) = ("s", "r")).AddZohoLeads().AddZohoLeads().AddLogging().BuildServiceProvider();
        Assert.Single(services.GetServices<ZohoCrmClient>());
        Assert.Single(services.GetServices<ICrm>());
        Assert.IsType<ZohoCrm>(services.GetRequiredService<ICrm>());
        var options = services.GetRequiredService<IOptions<ZohoOptions>>().Value;
        Assert.Equal(("1000.X", "s", "r"), (options.ClientId, options.ClientSecret, options.RefreshToken));
    }

    [Fact]
    public void A_real_run_needs_all_credentials()
    {
        using var services = Added([("DRY_RUN", "false"), ("ZOHO_CLIENT_ID", "1000.X")]);
        Assert.Equal(
            [
                "ZOHO_CLIENT_SECRET is not set: required when DRY_RUN=false", "ZOHO_REFRESH_TOKEN is not set: required when DRY_RUN=false",
            ],
            ErrorsOf(services));
    }

    [Fact]
    public void A_dry_run_needs_them_only_together()
    {
        using var none = Added([]);
        Assert.Empty(ErrorsOf(none));
        Assert.Null(none.GetService<ICrm>());

        using var some = Added([("ZOHO_REFRESH_TOKEN", "1000.r")]);
        Assert.Equal(
            ["ZOHO_CLIENT_ID is not set: required with ZOHO_REFRESH_TOKEN", "ZOHO_CLIENT_SECRET is not set: required with ZOHO_REFRESH_TOKEN"],
            ErrorsOf(some));

        using var all = Added(Credentials);
        Assert.Empty(ErrorsOf(all));
        Assert.IsType<ZohoCrm>(all.GetService<ICrm>());
    }

    [Fact]
    public void Whether_it_is_a_real_run_may_be_said_in_code_and_another_error_there_hides_nothing()
    {
        using var services = Added([], services => services.Configure<ProcessingOptions>(o => (o.DryRun, o.Workers) = (false, 0)));
        Assert.Equal(4, ErrorsOf(services).Count);
        Assert.Contains("ZOHO_CLIENT_ID is not set: required when DRY_RUN=false", ErrorsOf(services));
    }

    [Fact]
    public void Credentials_may_be_set_in_code()
    {
        using var services = Added(
            [("DRY_RUN", "false")],
            services => services.Configure<ZohoOptions>(o => (o.ClientId, o.ClientSecret, o.RefreshToken) = ("1000.X", "s", "r")));
        Assert.Empty(ErrorsOf(services));
        Assert.NotNull(services.GetService<ICrm>());
    }

    [Fact]
    public void Every_data_centre_that_is_known_is_taken_from_the_environment()
    {
        using var services = Added([("ZOHO_DC", "AE"), ("ZOHO_MAX_CONCURRENCY", "3"), ("SalesIntel:ZOHO_OWNER_ID", "17")]);
        Assert.Empty(ErrorsOf(services));
        var options = services.GetRequiredService<IOptions<ZohoOptions>>().Value;
        Assert.Equal(("AE", 3, "17", "Leads"), (options.DataCenter, options.MaxConcurrency, options.OwnerId, options.LeadsModule));
    }

    private static ServiceProvider Added((string Name, string? Value)[] variables, Action<IServiceCollection>? change = null)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSalesIntelCore(new ConfigurationBuilder()
            .AddInMemoryCollection(variables.Select(variable => KeyValuePair.Create(variable.Name, variable.Value)))
            .Build()).AddZoho().AddZoho();
        change?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private static IReadOnlyList<string> Errors(Action<ZohoOptions> change)
    {
        using var services = new ServiceCollection()
            .AddZohoCrm(o => (o.ClientId, o.ClientSecret, o.RefreshToken) = ("1000.X", "s", "r")).AddZohoCrm(change).BuildServiceProvider();
        return ErrorsOf(services);
    }

    private static IReadOnlyList<string> ErrorsOf(IServiceProvider services) =>
        Record.Exception(() => services.GetRequiredService<IStartupValidator>().Validate()) is SettingsException failure ? failure.Errors : [];
}
