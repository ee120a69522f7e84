using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Tests.Auth;

public class ZohoDataCenterTests
{
    [Theory]
    [InlineData("us", "accounts.zoho.com", "www.zohoapis.com")]
    [InlineData("EU", "accounts.zoho.eu", "www.zohoapis.eu")]
    [InlineData("in", "accounts.zoho.in", "www.zohoapis.in")]
    [InlineData("au", "accounts.zoho.com.au", "www.zohoapis.com.au")]
    [InlineData("cn", "accounts.zoho.com.cn", "www.zohoapis.com.cn")]
    [InlineData("jp", "accounts.zoho.jp", "www.zohoapis.jp")]
    [InlineData(" Ca ", "accounts.zohocloud.ca", "www.zohoapis.ca")]
    [InlineData("sa", "accounts.zoho.sa", "www.zohoapis.sa")]
    [InlineData("uk", "accounts.zoho.uk", "www.zohoapis.uk")]
    [InlineData("ae", "accounts.zoho.ae", "www.zohoapis.ae")]
    public void Each_data_centre_has_its_hosts(string code, string accounts, string api)
    {
        var options = new ZohoOptions { DataCenter = code };

        Assert.Equal($"https://{accounts}/", ZohoHosts.Accounts(options).AbsoluteUri);
        Assert.Equal($"https://{api}/", ZohoHosts.Api(options, null)!.AbsoluteUri);
    }

    [Theory]
    [InlineData("https://www.zohoapis.eu", "https://www.zohoapis.eu/")]
    [InlineData("https://sandbox.zohoapis.com", "https://sandbox.zohoapis.com/")]
    [InlineData("http://www.zohoapis.eu", null)]
    [InlineData("https://www.zohoapis.eu.attacker.example", null)]
    [InlineData("https://wwwzohoapis.eu", null)]
    [InlineData("https://user@www.zohoapis.eu", null)]
    [InlineData("https://www.zohoapis.eu:8443", null)]
    [InlineData("https://crm.attacker.example", null)]
    [InlineData("http://127.0.0.1:5000", null)]
    [InlineData("not an address", null)]
    public void The_token_goes_only_to_hosts_of_Zoho(string apiDomain, string? expected) =>
        Assert.Equal(expected, ZohoHosts.Api(new ZohoOptions(), apiDomain)?.AbsoluteUri);

    [Fact]
    public void A_stand_in_may_name_this_machine_and_itself()
    {
        var local = new ZohoOptions { AccountsUrl = "http://127.0.0.1:5000" };
        var proxy = new ZohoOptions { AccountsUrl = "https://proxy.example/zoho" };

        Assert.Equal("http://127.0.0.1:5001/", ZohoHosts.Api(local, "http://127.0.0.1:5001")!.AbsoluteUri);
        Assert.Equal("https://proxy.example/api/", ZohoHosts.Api(proxy, "https://proxy.example/api")!.AbsoluteUri);
        Assert.Null(ZohoHosts.Api(proxy, "https://other.example"));
        Assert.Equal("https://proxy.example/zoho/", ZohoHosts.Accounts(proxy).AbsoluteUri);
    }

    [Fact]
    public void An_api_address_of_the_configuration_wins() =>
        Assert.Equal("https://proxy.example/", ZohoHosts.Api(
            new ZohoOptions { ApiUrl = "https://proxy.example" }, "https://www.zohoapis.eu")!.AbsoluteUri);
}
