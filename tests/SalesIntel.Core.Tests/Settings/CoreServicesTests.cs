using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Core.Tests.Settings;

/// <summary>What the core registers by itself: no web server, no logging, no host.</summary>
public sealed class CoreServicesTests
{
    [Fact]
    public void Without_a_model_rules_extract()
    {
        using var services = new ServiceCollection().AddSalesIntelCore().BuildServiceProvider();
        Assert.IsType<RuleExtractor>(services.GetRequiredService<IExtractor>());
        Assert.Equal(["calendly", "readai"], services.GetServices<IWebhookSource>().Select(source => source.Name));
    }

    [Fact]
    public void Registered_chat_client_is_the_model()
    {
        using var services = new ServiceCollection().AddSalesIntelCore().AddSingleton<IChatClient>(new ScriptedChatClient())
            .BuildServiceProvider();
        Assert.IsType<ModelExtractor>(services.GetRequiredService<IExtractor>());
    }

    [Fact]
    public void Chat_client_that_is_registered_and_not_configured_is_no_model()
    {
        using var services = new ServiceCollection().AddSalesIntelCore().AddSingleton<IChatClient>(_ => null!).BuildServiceProvider();
        Assert.IsType<RuleExtractor>(services.GetRequiredService<IExtractor>());
    }

    [Fact]
    public void Extractor_of_ones_own_stays()
    {
        var own = new TestExtractor();
        using var services = new ServiceCollection().AddSingleton<IExtractor>(own).AddSalesIntelCore().BuildServiceProvider();
        Assert.Same(own, services.GetRequiredService<IExtractor>());
    }

    [Fact]
    public void Memory_store_is_one_store_for_all()
    {
        using var host = Configured.With(builder => builder.AddMemoryStore().AddMemoryStore());
        var store = host.Service<MemoryStore>();
        Assert.Same(store, host.Service<IEventStore>());
        Assert.Same(store, host.Service<IWorkQueue>());
        Assert.Same(store, host.Service<ICircuitStore>());
        Assert.Same(store, host.Service<ISharedState>());
        Assert.Same(store, host.Service<IDeadLetterAlerts>());
        Assert.Single(host.Service<IEnumerable<IEventStore>>());
    }

    [Fact]
    public void Without_a_host_the_processor_is_not_made_from_bad_options()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => new Pipeline(options => options.Lease = TimeSpan.Zero));
        Assert.Contains("LEASE_SECONDS (ProcessingOptions.Lease)", failure.Message, StringComparison.Ordinal);
    }
}
