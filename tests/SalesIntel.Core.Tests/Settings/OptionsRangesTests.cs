using SalesIntel.Settings;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;
using SalesIntel.Webhooks;
using SalesIntel.Engine;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Settings;

/// <summary>The ranges of the core's options, at both ends where they have two.</summary>
public sealed class OptionsRangesTests
{
    private const string Secret = "not base64, but secret";

    public static TheoryData<CalendlyOptions, string> WrongCalendly => new()
    {
        { new CalendlyOptions { SigningKeys = ["good", " "] }, "SigningKeys[1]" },
        { new CalendlyOptions { SigningKeys = [Secret + " "] }, "SigningKeys[0]" },
        { new CalendlyOptions { SignatureTolerance = TimeSpan.FromSeconds(-1) }, "SignatureTolerance" },
        { new CalendlyOptions { SignatureTolerance = TimeSpan.Zero }, "SignatureTolerance" },
        { new CalendlyOptions { EventTypeUri = "event_types/1" }, "EventTypeUri" },
        { new CalendlyOptions { EventTypeUri = "https://calendly.com/" }, "EventTypeUri" },
        { new CalendlyOptions { EventTypeUri = "file:///event_types/1" }, "EventTypeUri" },
        { new CalendlyOptions { EventTypeUri = null! }, "EventTypeUri" },
    };

    public static TheoryData<ReadAiOptions, string> WrongReadAi => new()
    {
        { new ReadAiOptions { SigningKeys = ["AAAA", Secret] }, "SigningKeys[1]" },
        { new ReadAiOptions { SigningKeys = [""] }, "SigningKeys[0]" },
        { new ReadAiOptions { SharedSecret = Secret + "\n" }, "SharedSecret" },
        { new ReadAiOptions { InternalOnly = (InternalOnlyPolicy)7 }, "InternalOnly" },
        { new ReadAiOptions { MinDuration = TimeSpan.FromMinutes(-5) }, "MinDuration" },
        { new ReadAiOptions { MinDuration = TimeSpan.FromDays(300) }, "MinDuration" },
    };

    [Theory]
    [MemberData(nameof(WrongCalendly))]
    public void Wrong_Calendly_option_is_named_and_no_key_shown(CalendlyOptions options, string property) =>
        AssertNamed(CalendlyOptions.Settings, options, property);

    [Theory]
    [MemberData(nameof(WrongReadAi))]
    public void Wrong_ReadAi_option_is_named_and_no_secret_shown(ReadAiOptions options, string property) =>
        AssertNamed(ReadAiOptions.Settings, options, property);

    [Theory]
    [InlineData("govisually.example", true)]
    [InlineData("@govisually.example", true)]
    [InlineData("ann@lee.example", false)]
    [InlineData("com", false)]
    [InlineData("a..example", false)]
    [InlineData(".example", false)]
    [InlineData("exa mple.com", false)]
    public void Domain_of_the_team_is_a_domain(string domain, bool isOne)
    {
        var errors = TeamOptions.Settings.FindErrors(new TeamOptions { InternalDomains = ["a.example", domain] }, isBound: true);
        Assert.Equal(isOne ? [] : ["InternalDomains[1]"], errors.Select(error => error.Contains("InternalDomains[1]") ? "InternalDomains[1]" : error));
    }

    [Fact]
    public void Defaults_and_full_options_are_valid()
    {
        Assert.Empty(CalendlyOptions.Settings.FindErrors(new CalendlyOptions(), isBound: true));
        Assert.Empty(CalendlyOptions.Settings.FindErrors(
            new CalendlyOptions { SigningKeys = ["a", "b"], EventTypeUri = "https://api.calendly.com/event_types/1" }, isBound: true));
        Assert.Empty(ReadAiOptions.Settings.FindErrors(new ReadAiOptions(), isBound: true));
        Assert.Empty(ReadAiOptions.Settings.FindErrors(
            new ReadAiOptions { SigningKeys = ["AAECAwQF"], SharedSecret = "s", MinDuration = TimeSpan.Zero }, isBound: true));
    }

    [Theory]
    [InlineData("MAX_RETRIES")]
    [InlineData("RETRY_BASE_SECONDS")]
    [InlineData("LEASE_SECONDS")]
    [InlineData("SHUTDOWN_SECONDS")]
    [InlineData("PROBE_SECONDS")]
    [InlineData("WORKERS")]
    public void Every_limit_of_processing_is_checked_at_both_ends(string variable)
    {
        foreach (var low in new[] { true, false })
        {
            var span = low ? TimeSpan.FromSeconds(-1) : TimeSpan.FromDays(1);
            var options = new ProcessingOptions();
            switch (variable)
            {
                case "MAX_RETRIES": options.MaxRetries = low ? -1 : 21; break;
                case "RETRY_BASE_SECONDS": options.RetryBase = span; break;
                case "LEASE_SECONDS": options.Lease = span; break;
                case "SHUTDOWN_SECONDS": options.ShutdownGrace = span; break;
                case "PROBE_SECONDS": options.ProbeAfter = span; break;
                default: options.Workers = low ? 0 : 257; break;
            }

            Assert.StartsWith($"{variable} (ProcessingOptions.", Assert.Single(ProcessingOptions.Settings.FindErrors(options, isBound: true)), StringComparison.Ordinal);
        }
    }

    private static void AssertNamed<T>(SettingsGroup<T> settings, T options, string property)
        where T : class, new()
    {
        var error = Assert.Single(settings.FindErrors(options, isBound: true));
        Assert.Contains($"({typeof(T).Name}.{property})", error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error, StringComparison.Ordinal);
    }
}
