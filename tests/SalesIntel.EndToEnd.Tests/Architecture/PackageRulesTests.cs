using System.Reflection;
using System.Xml.Linq;

namespace SalesIntel.EndToEnd.Tests.Architecture;

/// <summary>What docs/design.md promises about the packages.</summary>
public sealed class PackageRulesTests
{
    // To be inherited: facts and steps by their own kinds, the exception by the packages that talk to a provider.
    private static readonly string[] Open = ["LeadDocument", "LeadFact", "LeadRoute", "NextStep", "ProviderException"];

    private static readonly string[] OnlyInHosting = ["Microsoft.AspNetCore", "StackExchange.Redis", "Coravel", "Microsoft.Extensions.Hosting"];

    public static TheoryData<string> Names => Packages.Names;

    [Theory]
    [InlineData("SalesIntel.Core", "")]
    [InlineData("SalesIntel.Zoho", "SalesIntel.Core")]
    [InlineData("SalesIntel.Gemini", "SalesIntel.Core")]
    [InlineData("SalesIntel.Hosting", "SalesIntel.Core")]
    public void Package_knows_no_sibling_but_Core(string package, string siblings)
    {
        var project = XDocument.Load(Path.Combine(Packages.SourceRoot, package, package + ".csproj"));
        var stated = project.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        Assert.Equal(siblings, string.Join(' ', References(package).Where(name => name.StartsWith("SalesIntel.", StringComparison.Ordinal))));
        Assert.Equal(siblings, string.Join(' ', stated));
    }

    [Theory]
    [InlineData("SalesIntel.Core")]
    [InlineData("SalesIntel.Zoho")]
    [InlineData("SalesIntel.Gemini")]
    public void Web_server_store_and_scheduler_are_known_to_Hosting_alone(string package) =>
        Assert.DoesNotContain(References(package), name => OnlyInHosting.Any(part => name.StartsWith(part, StringComparison.Ordinal)));

    [Fact]
    public void Core_makes_no_HTTP_call()
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var fields = Packages.All["SalesIntel.Core"].GetTypes().SelectMany(type => type.GetFields(Any));

        Assert.DoesNotContain(fields, field => typeof(HttpMessageInvoker).IsAssignableFrom(field.FieldType));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Class_is_sealed_or_static_or_named_as_open(string package)
    {
        var open = Packages.Written(Packages.All[package])
            .Where(type => type.IsClass && !type.IsSealed && !(type.IsAbstract && !type.IsVisible))
            .Select(type => type.Name);

        Assert.Empty(open.Except(Open));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Abstract_class_that_is_internal_has_heirs(string package)
    {
        var types = Packages.Written(Packages.All[package]).ToList();

        Assert.All(
            types.Where(type => type is { IsClass: true, IsAbstract: true, IsSealed: false }),
            type => Assert.Contains(types, heir => Ancestors(heir).Contains(type)));
    }

    [Fact]
    public void Every_class_named_as_open_is_there_and_open() => Assert.All(
        Open,
        name => Assert.False(Packages.All.Values.SelectMany(package => package.ExportedTypes).Single(type => type.Name == name).IsSealed));

    [Theory]
    [MemberData(nameof(Names))]
    public void Async_method_takes_a_cancellation_token(string package)
    {
        var deaf = Packages.All[package].ExportedTypes
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(method => !method.IsSpecialName && IsAsync(method.ReturnType) && method.Name != nameof(IAsyncDisposable.DisposeAsync))
            .Where(method => method.GetParameters().All(parameter => parameter.ParameterType != typeof(CancellationToken)));

        Assert.Empty(deaf.Select(method => $"{method.DeclaringType!.Name}.{method.Name}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Extension_methods_are_where_a_host_finds_them(string package)
    {
        var misplaced = Packages.All[package].ExportedTypes
            .Where(type => type.Name.EndsWith("Extensions", StringComparison.Ordinal))
            .Where(type => type.Namespace is not ("Microsoft.Extensions.DependencyInjection" or "Microsoft.AspNetCore.Builder" or "Microsoft.Extensions.Logging"));

        Assert.Empty(misplaced);
    }

    private static IEnumerable<string> References(string package) =>
        Packages.All[package].GetReferencedAssemblies().Select(reference => reference.Name!).Order(StringComparer.Ordinal);

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (var above = type.BaseType; above is not null; above = above.BaseType)
        {
            yield return above.IsGenericType ? above.GetGenericTypeDefinition() : above;
        }
    }

    private static bool IsAsync(Type type) =>
        typeof(Task).IsAssignableFrom(type) || type == typeof(ValueTask)
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ValueTask<>) || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)));
}
