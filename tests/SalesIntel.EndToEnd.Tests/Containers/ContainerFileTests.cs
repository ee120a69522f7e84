using SalesIntel.EndToEnd.Tests.Architecture;
using SalesIntel.EndToEnd.Tests.Settings;
using YamlDotNet.RepresentationModel;

namespace SalesIntel.EndToEnd.Tests.Containers;

/// <summary>The files for containers are read against the table of settings. No container is run here: there may be no engine.</summary>
public sealed class ContainerFileTests
{
    private const string SampleHost = "samples/SalesIntel.SampleHost";

    private static readonly string Root = Path.GetFullPath(Path.Combine(Packages.SourceRoot, ".."));

    // The platform's own.
    private static readonly string[] OfThePlatform = ["PORT"];

    [Theory]
    [InlineData($"{SampleHost}/compose.yaml")]
    [InlineData($"{SampleHost}/render.yaml")]
    [InlineData("docs/operations/kubernetes.yaml")]
    public async Task Each_variable_is_a_setting(string file)
    {
        var known = (await SampleHostSettings.RowsAsync()).Select(row => row.Name).Concat(OfThePlatform);
        var named = Documents(file).SelectMany(Variables).Distinct().ToList();
        Assert.Contains("SALESINTEL_ROLE", named);
        Assert.Empty(named.Except(known));
    }

    [Theory]
    [InlineData($"{SampleHost}/render.yaml")]
    public async Task Each_secret_can_be_set(string file)
    {
        var secrets = (await SampleHostSettings.RowsAsync()).Where(row => row.IsSecret).Select(row => row.Name);
        Assert.Empty(secrets.Except(Documents(file).SelectMany(Variables)));
    }

    [Fact]
    public void Manifest_has_probes_for_both_roles_and_scales_workers_by_what_waits()
    {
        var all = Documents("docs/operations/kubernetes.yaml").Cast<YamlMappingNode>().ToList();
        var deployments = all.Where(one => Text(one, "kind") == "Deployment").ToList();
        Assert.Equal(2, deployments.Count);
        Assert.All(deployments, one => Assert.Contains(one.AllNodes.OfType<YamlScalarNode>(), node => node.Value == "livenessProbe"));
        var scaler = Assert.Single(all, one => Text(one, "kind") == "HorizontalPodAutoscaler");
        Assert.Contains(scaler.AllNodes.OfType<YamlScalarNode>(), node => node.Value == "salesintel_queue_oldest_due");
    }

    [Fact]
    public void Image_is_built_from_files_that_are_there_and_holds_the_service_alone()
    {
        var lines = File.ReadAllLines(Path.Combine(Root, SampleHost, "Dockerfile"));
        var sources = lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[1..^1]).Where(source => source != ".");
        Assert.All(sources, source => Assert.NotEmpty(Directory.GetFileSystemEntries(
            Path.Combine(Root, Path.GetDirectoryName(source)!), Path.GetFileName(source.TrimEnd('/')))));
        Assert.Contains(lines, line => line.Contains("-p:ServiceOnly=true", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal));
    }

    // The keys of `environment`, `data` and the names and keys in lists of variables.
    private static IEnumerable<string> Variables(YamlNode root) => root.AllNodes.OfType<YamlMappingNode>()
        .SelectMany(map => map.Children)
        .SelectMany(child => (((YamlScalarNode)child.Key).Value, child.Value) switch
        {
            ("environment" or "data", YamlMappingNode map) => map.Children.Keys.Select(key => ((YamlScalarNode)key).Value!),
            ("env", YamlSequenceNode list) => list.Cast<YamlMappingNode>().Select(one => Text(one, "name")),
            ("envVars", YamlSequenceNode list) => list.Cast<YamlMappingNode>().Select(one => Text(one, "key")),
            _ => [],
        })
        .Where(name => name.Length > 0);

    private static string Text(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is YamlScalarNode { Value: { } text } ? text : "";

    private static List<YamlNode> Documents(string file)
    {
        using var reader = File.OpenText(Path.Combine(Root, file));
        var stream = new YamlStream();
        stream.Load(reader);
        return [.. stream.Documents.Select(document => document.RootNode)];
    }
}
