using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SalesIntel.Alerts;
using SalesIntel.Crm;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>The whole way from a webhook's body to the CRM in one process, on the in-memory store and a clock that stands still until
/// it is moved.</summary>
internal sealed class Pipeline
{
    private readonly CalendlySource calendly = new(new CalendlyOptions());
    private readonly ReadAiSource readAi = new(new ReadAiOptions());

    /// <param name="configure">Changes how events are processed.</param>
    /// <param name="hasCrm">False: none is configured.</param>
    /// <param name="chat">A model that is asked; null = <see cref="Extractor"/> answers.</param>
    /// <param name="extraction">Changes how a model is asked.</param>
    /// <param name="sources">Sources beside the built-in ones.</param>
    public Pipeline(
        Action<ProcessingOptions>? configure = null,
        bool hasCrm = true,
        IChatClient? chat = null,
        Action<ExtractionOptions>? extraction = null,
        params IWebhookSource[] sources)
    {
        Store = new MemoryStore(Time);
        var services = new ServiceCollection();
        if (chat is null)
        {
            services.AddSingleton<IExtractor>(Extractor);
        }
        else
        {
            services.AddSingleton(chat).AddSingleton<ISharedState>(Store);
        }

        foreach (var source in sources)
        {
            services.AddSingleton(source);
        }

        if (hasCrm)
        {
            services.AddSingleton<ICrm>(Crm);
        }

        Services = services
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IEventStore>(Store)
            .AddSingleton<IWorkQueue>(Store)
            .AddSingleton<ICircuitStore>(Store)
            .AddSingleton<IAlerts>(Alerts)
            .Configure<ExtractionOptions>(options => extraction?.Invoke(options))
            .Configure<ProcessingOptions>(options =>
            {
                (options.DryRun, options.CreateFollowUpTask) = (false, true);
                configure?.Invoke(options);
            })
            .Configure<WebhookOptions>(webhooks => webhooks.AllowUnsigned = true)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSalesIntelCore()
            .BuildServiceProvider();
        Options = Services.GetRequiredService<IOptions<ProcessingOptions>>().Value;
        Team = Services.GetRequiredService<IOptions<TeamOptions>>().Value;
        Webhooks = Services.GetRequiredService<IOptions<WebhookOptions>>().Value;
        Intake = Services.GetRequiredService<WebhookIntake>();
        Processor = Services.GetRequiredService<EventProcessor>();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public ProcessingOptions Options { get; }

    public WebhookOptions Webhooks { get; }

    public TeamOptions Team { get; }

    public MemoryStore Store { get; }

    public TestCrm Crm { get; } = new();

    public TestExtractor Extractor { get; } = new();

    public TestAlerts Alerts { get; } = new();

    public ServiceProvider Services { get; }

    public WebhookIntake Intake { get; }

    public EventProcessor Processor { get; }

    public VerificationPolicy Verification => new(Options, Webhooks);

    public LeadReader Reader => new(Store, Services.GetServices<IWebhookSource>(), Verification);

    public Task<IntakeOutcome> PostAsync(string body)
    {
        IWebhookSource source = body.Contains("\"session_id\"", StringComparison.Ordinal) ? readAi : calendly;
        return PostAsync(source, body);
    }

    public Task<IntakeOutcome> PostAsync(IWebhookSource source, string body) =>
        Intake.ReceiveAsync(source, new WebhookRequest(Encoding.UTF8.GetBytes(body), _ => null), CancellationToken.None);

    /// <summary>Runs one stage of whatever is due; false when nothing is.</summary>
    public async Task<bool> StepAsync()
    {
        if (await Store.ClaimOneAsync(Options.Lease, CancellationToken.None) is not { } lease)
        {
            return false;
        }

        await Processor.ProcessAsync(lease, CancellationToken.None);
        return true;
    }

    /// <summary>Runs everything that is due now.</summary>
    public async Task RunDueAsync()
    {
        while (await StepAsync())
        {
        }
    }

    /// <summary>Runs until no event is left, moving the clock over waits.</summary>
    public async Task DrainAsync()
    {
        for (var moves = 0; moves < 2_000; moves++)
        {
            await RunDueAsync();
            var status = await Store.GetStatusAsync(CancellationToken.None);
            if (status.LanesWaiting == 0)
            {
                return;
            }

            Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Fail("Events are left that never become due.");
    }
}
