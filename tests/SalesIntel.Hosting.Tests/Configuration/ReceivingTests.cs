using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Crm;

namespace SalesIntel.Hosting.Tests.Configuration;

/// <summary>What is said about sources without a key.</summary>
public sealed class ReceivingTests
{
    private static readonly (string, string?) RealRun = ("DRY_RUN", "false");

    [Fact]
    public void A_real_run_that_takes_unsigned_webhooks_is_warned_about()
    {
        var warnings = Warnings(RealRun, ("ALLOW_UNSIGNED_WEBHOOKS", "1"));
        Assert.Contains(warnings, warning => warning.StartsWith("ALLOW_UNSIGNED_WEBHOOKS is true in a real run", StringComparison.Ordinal));
        Assert.Contains(
            "Webhooks of 'calendly' are accepted unsigned, because no key is configured: set CALENDLY_SIGNING_KEY.", warnings);
    }

    [Fact]
    public void What_will_be_refused_is_warned_about()
    {
        var warnings = Warnings(RealRun);
        Assert.Contains("Webhooks of 'calendly' are refused with 401, because no key is configured: set CALENDLY_SIGNING_KEY.", warnings);
        Assert.Contains(
            warnings,
            warning => warning.StartsWith("Webhooks of 'readai' are refused with 401, because no key is configured: set READAI_SIGNING_KEY", StringComparison.Ordinal)
                && warning.Contains("READAI_SHARED_SECRET", StringComparison.Ordinal));
    }

    [Fact]
    public void A_worker_receives_nothing_and_is_not_warned() => Assert.DoesNotContain(
        Warnings(RealRun, ("SALESINTEL_ROLE", "worker"), ("ALLOW_UNSIGNED_WEBHOOKS", "true")),
        warning => warning.Contains("webhooks", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Sources_with_keys_are_nothing_to_be_warned_about() => Assert.DoesNotContain(
        Warnings(RealRun, ("CALENDLY_SIGNING_KEY", "k"), ("READAI_SHARED_SECRET", "s")),
        warning => warning.Contains("webhooks", StringComparison.OrdinalIgnoreCase));

    private static IReadOnlyList<string> Warnings(params (string, string?)[] variables)
    {
        using var host = new ConfiguredHost(builder => builder.AddMemoryStore().Services.AddSingleton<ICrm>(_ => null!), variables);
        return host.Warnings;
    }
}
