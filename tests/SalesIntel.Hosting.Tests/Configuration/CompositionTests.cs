using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SalesIntel.Alerts;
using SalesIntel.Crm;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;

namespace SalesIntel.Hosting.Tests.Configuration;

/// <summary>What must be there before a host starts, and what need not.</summary>
public sealed class CompositionTests
{
    private static readonly (string, string?) RealRun = ("DRY_RUN", "false");

    [Fact]
    public void A_store_is_all_that_a_dry_run_needs()
    {
        using var host = new ConfiguredHost(builder => builder.AddMemoryStore().AddCoravelProcessing());
        Assert.Empty(host.Errors);
        Assert.IsType<RuleExtractor>(host.Service<IExtractor>());
    }

    [Fact]
    public void A_real_run_with_a_CRM_and_a_model_of_ones_own_asks_for_nothing_else()
    {
        using var host = new ConfiguredHost(
            builder => builder.AddMemoryStore().AddCoravelProcessing().Services
                .AddSingleton<ICrm>(_ => throw new InvalidOperationException("Nobody may make it before it is used."))
                .AddSingleton<IChatClient>(_ => throw new InvalidOperationException("Nobody may make it before it is used.")),
            RealRun);
        Assert.Empty(host.Errors);
        Assert.DoesNotContain(host.Warnings, warning => warning.Contains("ZOHO_", StringComparison.Ordinal) && !warning.Contains("ZCF_", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Warnings, warning => warning.Contains("GEMINI_", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("all", true)]
    [InlineData("worker", true)]
    [InlineData("api", false)]
    public void A_real_run_without_a_CRM_names_the_calls_to_add(string role, bool isWrong)
    {
        using var host = new ConfiguredHost(builder => builder.AddMemoryStore(), RealRun, ("SALESINTEL_ROLE", role));
        Assert.Equal(
            isWrong
                ? ["No CRM is registered, and DRY_RUN is false: add one, for example .AddZoho() or services.AddSingleton<ICrm, …>(), or set DRY_RUN=true."]
                : [],
            host.Errors);
    }

    [Fact]
    public void Everything_that_is_there_twice_or_not_at_all_is_said_at_once()
    {
        using var host = new ConfiguredHost(
            builder =>
            {
                builder.AddMemoryStore().AddRedisStore().Services
                    .AddSingleton<ICrm>(_ => null!)
                    .AddSingleton<ICrm>(_ => null!)
                    .AddSingleton<IWebhookSource>(new CalendlySource(new CalendlyOptions()))
                    .RemoveAll<IExtractor>();
            },
            ("REDIS_URL", "redis://127.0.0.1:1"), ("WORKERS", "0"));
        Assert.Equal(
            [
                "WORKERS is '0': must be a whole number from 1 to 256",
                "2 stores are registered (MemoryStore, RedisStore): keep one of the calls that add them, for example .AddRedisStore() or .AddMemoryStore().",
                "2 CRMs are registered (ICrm, ICrm): keep one of the calls that add them, for example .AddZoho() or services.AddSingleton<ICrm, …>().",
                "Nothing extracts: register a model, for example with .AddGemini() or services.AddSingleton<IChatClient>(…), or an IExtractor.",
                "The webhook sources SalesIntel.Webhooks.Calendly.CalendlySource and SalesIntel.Webhooks.Calendly.CalendlySource have the same Name "
                    + "'calendly', so their webhooks would have the same address: give each a Name of its own.",
            ],
            host.Errors);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Alert_channel_of_ones_own_beside_Slack_is_an_error(bool isFirst)
    {
        using var host = new ConfiguredHost(builder =>
        {
            builder.AddMemoryStore();
            _ = isFirst ? builder.Services.AddSingleton<IAlerts, OwnAlerts>() : builder.AddSlackAlerts().Services;
            _ = isFirst ? builder.AddSlackAlerts().Services : builder.Services.AddSingleton<IAlerts, OwnAlerts>();
        });
        var error = Assert.Single(host.Errors);
        Assert.StartsWith("2 alert channels are registered (", error, StringComparison.Ordinal);
        Assert.EndsWith(
            "): keep one of the calls that add them, for example .AddSlackAlerts() or services.AddSingleton<IAlerts, …>().", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Alert_channel_of_ones_own_takes_the_place_of_the_log()
    {
        using var host = new ConfiguredHost(builder => builder.AddMemoryStore().Services.AddSingleton<IAlerts, OwnAlerts>());
        Assert.Empty(host.Errors);
        Assert.IsType<OwnAlerts>(host.Service<IAlerts>());
    }

    [Fact]
    public void Extractor_of_ones_own_takes_the_place_of_the_one_that_comes_with_the_packages()
    {
        using var host = new ConfiguredHost(builder => builder.AddMemoryStore().Services.AddSingleton<IExtractor, OwnExtractor>());
        Assert.Empty(host.Errors);
        Assert.IsType<OwnExtractor>(host.Service<IExtractor>());

        using var two = new ConfiguredHost(
            builder => builder.AddMemoryStore().Services.AddSingleton<IExtractor, OwnExtractor>().AddSingleton<IExtractor>(new RuleExtractor()));
        Assert.Equal("2 extractors are registered (OwnExtractor, RuleExtractor): keep one of the calls that add them.", Assert.Single(two.Errors));
    }

    [Fact]
    public void Two_chat_clients_are_an_error_and_one_for_a_key_is_nobodys()
    {
        using var host = new ConfiguredHost(
            builder => builder.AddMemoryStore().Services.AddSingleton<IChatClient>(_ => null!).AddSingleton<IChatClient>(_ => null!)
                .AddKeyedSingleton<IChatClient>("mine", (_, _) => null!).AddKeyedSingleton<ICrm>("mine", (_, _) => null!));
        Assert.Equal(
            "2 chat clients are registered (IChatClient, IChatClient): keep one of the calls that add them, for example .AddGemini() or "
                + "services.AddSingleton<IChatClient>(…).",
            Assert.Single(host.Errors));
    }

    [Fact]
    public void Without_a_store_the_calls_to_add_are_named()
    {
        using var host = new ConfiguredHost(_ => { });
        Assert.Equal(
            [
                "No store is registered: add one, for example .AddRedisStore() or .AddMemoryStore(), to builder.Services.AddSalesIntel(builder.Configuration).",
            ],
            host.Errors);
    }

    [Fact]
    public void A_store_of_ones_own_is_whole()
    {
        using var part = new ConfiguredHost(builder => builder.Services.AddSingleton<IEventStore>(new SwitchableStore(TimeProvider.System)));
        Assert.Equal(
            [
                "The store (SwitchableStore) is not registered as IWorkQueue: add it with .AddStore(…), which registers everything that a store is.",
                "The store (SwitchableStore) is not registered as ICircuitStore: add it with .AddStore(…), which registers everything that a store is.",
            ],
            part.Errors);

        using var whole = new ConfiguredHost(builder => builder.AddStore(_ => new MemoryStore(TimeProvider.System)));
        Assert.Empty(whole.Errors);
    }

    [Fact]
    public void A_source_whose_options_are_wrong_is_one_error()
    {
        using var host = new ConfiguredHost(builder => builder.AddMemoryStore(), ("READAI_SIGNING_KEY", "not base64!"));
        Assert.Equal(
            "READAI_SIGNING_KEY (value not shown): must be one or more base64 keys, comma separated, as the dashboard shows them", Assert.Single(host.Errors));
    }

    [Theory]
    [InlineData("meddic", 2)]
    [InlineData("bant", 2)]
    [InlineData("champ", 1)]
    public void A_framework_has_a_name_of_its_own(string name, int count)
    {
        using var host = new ConfiguredHost(builder => builder.AddMemoryStore().Services.Configure<SalesIntelOptions>(options =>
            options.Frameworks.Add(new QualificationFramework(name, "Mine", [new("challenge") { Ask = "What is hard." }]))));
        Assert.Equal(
            count == 1
                ? []
                : [
                    $"SalesIntelOptions.Frameworks holds 2 of the name '{name}', of which only the first could be chosen: give each a name of its "
                        + "own, or remove the one that yours replaces",
                ],
            host.Errors);
    }

    [Theory]
    [InlineData("0", 0, "LEASE_SECONDS is '0': must be a number of seconds from 0.5 to 600")]
    [InlineData("0", 700, "LEASE_SECONDS is '0': must be a number of seconds from 0.5 to 600|"
        + "LEASE_SECONDS (ProcessingOptions.Lease) is '700': must be a number of seconds from 0.5 to 600")]
    [InlineData("0", 30, "LEASE_SECONDS is '0': must be a number of seconds from 0.5 to 600")]
    [InlineData("30", 0, "LEASE_SECONDS (ProcessingOptions.Lease) is '0': must be a number of seconds from 0.5 to 600")]
    public void A_value_that_is_wrong_in_the_environment_and_in_code_is_said_once(string written, int inCode, string errors)
    {
        using var host = new ConfiguredHost(
            builder => builder.AddMemoryStore().Services.Configure<ProcessingOptions>(options => options.Lease = TimeSpan.FromSeconds(inCode)),
            ("LEASE_SECONDS", written));
        Assert.Equal(errors.Split('|'), host.Errors);
    }

    private sealed class OwnExtractor : IExtractor
    {
        public Task<ExtractionResult> ExtractAsync(LeadDocument document, FieldCatalog catalog, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    private sealed class OwnAlerts : IAlerts
    {
        public ValueTask RaiseAsync(Alert alert, CancellationToken cancellationToken) => default;
    }
}
