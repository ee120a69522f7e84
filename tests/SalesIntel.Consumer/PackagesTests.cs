using System.Xml.Linq;
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

    [Theory]
    [InlineData("SalesIntel.Core", 7)]
    [InlineData("SalesIntel.Zoho", 18)]
    [InlineData("SalesIntel.Gemini", 18)]
    public void Package_brings_no_more_packages_than_it_needs(string package, int most)
    {
        var restored = PackedPackage.Restored(package);
        Assert.Contains(restored, library => library.StartsWith(package, StringComparison.Ordinal));

        // Besides itself.
        Assert.True(restored.Count - 1 <= most, $"{restored.Count - 1}: {string.Join(", ", restored)}");
    }

    [Theory]
    [InlineData("SalesIntel.Core")]
    [InlineData("SalesIntel.Zoho")]
    [InlineData("SalesIntel.Gemini")]
    [InlineData("SalesIntel.Hosting")]
    public void Package_says_what_it_is_for_and_under_which_licence_and_wants_siblings_of_its_version(string package)
    {
        Assert.StartsWith($"# {package}\n", PackedPackage.Read(package, "README.md").ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("All rights reserved", PackedPackage.Read(package, "LICENSE.md"), StringComparison.Ordinal);
        var nuspec = XDocument.Parse(PackedPackage.Read(package, $"{package}.nuspec"));
        var dependencies = nuspec.Descendants().Where(element => element.Name.LocalName == "dependency")
            .ToDictionary(element => element.Attribute("id")!.Value, element => element.Attribute("version")!.Value);
        Assert.All(
            dependencies.Where(one => one.Key.StartsWith("SalesIntel.", StringComparison.Ordinal)),
            one => Assert.Equal($"[{PackedPackage.Version}]", one.Value));
        Assert.DoesNotContain(dependencies.Keys, id => id.StartsWith("Polly", StringComparison.Ordinal));
        Assert.NotEmpty(nuspec.Descendants().Single(element => element.Name.LocalName == "releaseNotes").Value);
    }
}
