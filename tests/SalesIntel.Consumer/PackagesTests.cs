using SalesIntel.Leads;

namespace SalesIntel.Consumer;

public sealed class PackagesTests
{
    [Fact]
    public void Packages_are_of_one_version()
    {
        string[] versions =
        [
            .. new[]
                {
                    typeof(LeadField), typeof(Zoho.ZohoOptions), typeof(Gemini.GeminiOptions),
                    typeof(Microsoft.AspNetCore.Builder.SalesIntelEndpointRouteBuilderExtensions),
                }
                .Select(type => System.Diagnostics.FileVersionInfo.GetVersionInfo(type.Assembly.Location).ProductVersion!.Split('+')[0])
                .Distinct(),
        ];

        Assert.Contains("-packed.", Assert.Single(versions), StringComparison.Ordinal);
    }
}
