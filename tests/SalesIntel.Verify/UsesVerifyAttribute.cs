using System.Reflection;
using Xunit.Sdk;

namespace VerifyXunit;

/// <summary>Tells the verifier which test runs. The package of this version needs it on every class that verifies; the
/// stand-in does without, but takes names from it when it is there.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UsesVerifyAttribute : BeforeAfterTestAttribute
{
    private static readonly AsyncLocal<MethodInfo?> Running = new();

    internal static MethodInfo? Current => Running.Value;

    /// <inheritdoc/>
    public override void Before(MethodInfo methodUnderTest) => Running.Value = methodUnderTest;

    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest) => Running.Value = null;
}
