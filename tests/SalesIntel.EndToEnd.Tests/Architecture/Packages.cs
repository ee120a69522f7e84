using System.Reflection;
using System.Runtime.CompilerServices;
using SalesIntel.Gemini;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Leads;
using SalesIntel.Zoho;

namespace SalesIntel.EndToEnd.Tests.Architecture;

/// <summary>The four packages, and the source tree that they are built from.</summary>
internal static class Packages
{
    public static readonly IReadOnlyDictionary<string, Assembly> All = new[]
    {
        typeof(LeadKey).Assembly, typeof(GeminiOptions).Assembly, typeof(ZohoOptions).Assembly, typeof(HostingOptions).Assembly,
    }.ToDictionary(assembly => assembly.GetName().Name!, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>The types that are written down in the source, without those that a compiler or generator made.</summary>
    public static IEnumerable<Type> Written(Assembly package) => package.GetTypes().Where(type =>
        !type.Name.Contains('<')
        && !type.Name.StartsWith("__", StringComparison.Ordinal)
        && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true
        && (type.DeclaringType is null || Written(package, type.DeclaringType)));

    public static string SourceRoot { get; } = FindSource();

    private static bool Written(Assembly package, Type outer) =>
        !outer.Name.Contains('<') && !outer.IsSubclassOf(typeof(System.Text.Json.Serialization.JsonSerializerContext)) && package == outer.Assembly;

    private static string FindSource()
    {
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
        {
            if (File.Exists(Path.Combine(above.FullName, "SalesIntel.sln")))
            {
                return Path.Combine(above.FullName, "src");
            }
        }

        throw new DirectoryNotFoundException("SalesIntel.sln was not found above the test's binaries.");
    }
}
