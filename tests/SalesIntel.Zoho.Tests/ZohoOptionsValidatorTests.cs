using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SalesIntel.Crm;

namespace SalesIntel.Zoho.Tests;

public class ZohoOptionsValidatorTests
{
    [Fact]
    public void Validate_WithCredentials_Succeeds() => Assert.True(Validate(_ => { }).Succeeded);

    [Theory]
    [InlineData("", "ZOHO_CLIENT_ID")]
    [InlineData("id", "ZOHO_CLIENT_SECRET")]
    [InlineData("id,secret", "ZOHO_REFRESH_TOKEN")]
    public void Validate_WithoutACredential_NamesItsVariable(string given, string variable)
    {
        var result = new ZohoOptionsValidator().Validate(null, new ZohoOptions
        {
            ClientId = given.Contains("id") ? "1000.X" : "",
            ClientSecret = given.Contains("secret") ? "s3cret-value" : "",
        });

        Assert.Contains(variable, result.FailureMessage);
        Assert.DoesNotContain("s3cret-value", result.FailureMessage);
    }

    [Theory]
    [InlineData("mars", "ZOHO_DC", "us, au, eu, in, jp, ca, cn, sa, uk, ae")]
    [InlineData("", "ZOHO_DC", "must be one of")]
    public void Validate_UnknownDataCentre_ListsTheKnown(string dc, string variable, string list)
    {
        var message = Validate(o => o.DataCenter = dc).FailureMessage;
        Assert.Contains(variable, message);
        Assert.Contains(list, message);
    }

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
    public void Validate_Addresses_MustBeEncryptedOrLocal(string? url, bool valid)
    {
        Assert.Equal(valid, Validate(o => o.ApiUrl = url).Succeeded);
        var accounts = Validate(o => o.AccountsUrl = url);
        Assert.Equal(valid, accounts.Succeeded);
        Assert.Equal(valid, accounts.FailureMessage?.Contains("ZOHO_ACCOUNTS_URL") != true);
    }

    [Fact]
    public void Validate_OtherProperties_NameTheirVariable()
    {
        Assert.Contains("ZOHO_LEADS_MODULE", Validate(o => o.LeadsModule = "Leads/../Deals").FailureMessage);
        Assert.Contains("ZOHO_LEADS_MODULE", Validate(o => o.LeadsModule = "").FailureMessage);
        Assert.Contains("ZOHO_OWNER_ID", Validate(o => o.OwnerId = "Dana").FailureMessage);
        Assert.Contains("ZOHO_MAX_CONCURRENCY", Validate(o => o.MaxConcurrency = 26).FailureMessage);
        Assert.Contains("ZOHO_MAX_CONCURRENCY", Validate(o => o.MaxConcurrency = 0).FailureMessage);
        Assert.Contains("Timeout", Validate(o => o.Timeout = TimeSpan.Zero).FailureMessage);
        Assert.Contains("blueprint", Validate(o => o.Trigger = ["everything"]).FailureMessage);
        Assert.True(Validate(o => o.Trigger = []).Succeeded);
    }

    [Fact]
    public void AddZohoCrm_Twice_RegistersOnceAndAppliesBoth()
    {
        var services = new ServiceCollection();
        services.AddZohoCrm(o => o.ClientId = "1000.X").AddZohoCrm(o => { o.ClientSecret = "s"; o.RefreshToken = "r"; });

        using var provider = services.BuildServiceProvider();

        Assert.Single(provider.GetServices<ICrm>());
        Assert.Single(provider.GetServices<IValidateOptions<ZohoOptions>>());
        Assert.Equal(("1000.X", "s"), (Value(provider).ClientId, Value(provider).ClientSecret));
        static ZohoOptions Value(IServiceProvider p) => p.GetRequiredService<IOptions<ZohoOptions>>().Value;
    }

    [Fact]
    public void Start_WithoutCredentials_IsRefused()
    {
        using var provider = new ServiceCollection().AddZohoCrm().BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("ZOHO_REFRESH_TOKEN", failure.Message);
    }

    private static ValidateOptionsResult Validate(Action<ZohoOptions> change)
    {
        var options = new ZohoOptions { ClientId = "1000.X", ClientSecret = "s", RefreshToken = "r" };
        change(options);
        return new ZohoOptionsValidator().Validate(null, options);
    }
}
