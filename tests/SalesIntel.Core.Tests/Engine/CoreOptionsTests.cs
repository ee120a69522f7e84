using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>Options that are set in code are checked as strictly as those from the environment.</summary>
public sealed class CoreOptionsTests
{
    [Fact]
    public void Start_of_the_host_lists_every_error_of_every_options_object()
    {
        using var services = new ServiceCollection()
            .AddSingleton(new ProcessingOptions { Workers = 0, MaxRetries = 99 })
            .AddSingleton(new CalendlyOptions { SignatureTolerance = TimeSpan.Zero })
            .AddSingleton(new ReadAiOptions { SigningKeys = ["not base64!"] })
            .AddSingleton(new ExtractionOptions { MaxListItems = 0 })
            .AddSalesIntelCore()
            .BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        string[] expected =
        [
            "ProcessingOptions: MAX_RETRIES is 99", "ProcessingOptions: WORKERS is 0", "SignatureTolerance", "SigningKeys[0]", "MaxListItems",
        ];
        Assert.All(expected, part => Assert.Contains(part, failure.Message, StringComparison.Ordinal));
        Assert.Equal(expected.Length, failure.Failures.Count());
        Assert.DoesNotContain("not base64!", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_with_defaults_passes_also_where_sources_and_extraction_are_not_registered()
    {
        using var services = new ServiceCollection()
            .AddSingleton(new ProcessingOptions())
            .AddSalesIntelCore()
            .AddSalesIntelCore()
            .BuildServiceProvider();

        services.GetRequiredService<IStartupValidator>().Validate();

        Assert.Single(services.GetServices<IValidateOptions<CoreOptions>>());
    }

    [Fact]
    public void Without_a_host_the_processor_is_not_made_from_bad_options()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => new Pipeline(options => options.Lease = TimeSpan.Zero));

        Assert.Contains("LEASE_SECONDS", failure.Message, StringComparison.Ordinal);
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

            Assert.StartsWith(variable, Assert.Single(new ProcessingOptionsValidator().Validate(null, options).Failures!), StringComparison.Ordinal);
        }
    }
}
