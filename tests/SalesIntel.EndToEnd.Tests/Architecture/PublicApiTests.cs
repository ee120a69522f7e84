using VerifyXunit;

namespace SalesIntel.EndToEnd.Tests.Architecture;

/// <summary>A package's promise as text: who changes it sees it in the review.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Names => Packages.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Promise(string package) => Verifier.Verify(PublicApi.Of(Packages.All[package])).UseParameters(package).ToTask();
}
