using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SalesIntel.Alerts;
using SalesIntel.Crm;
using SalesIntel.Engine;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>Inputs from the field, signed as their senders sign them, through intake, worker and rules into a CRM in memory. No model is
/// asked.</summary>
internal sealed class FieldRun
{
    private static readonly byte[] ReadAiKey = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private const string CalendlyKey = "field-signing-key";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 12, 9, 18, 0, 0, TimeSpan.Zero));
    private readonly ServiceProvider services;

    public FieldRun()
    {
        Store = new MemoryStore(time);
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<IEventStore>(Store)
            .AddSingleton<IWorkQueue>(Store)
            .AddSingleton<ICircuitStore>(Store)
            .AddSingleton<ICrm>(Crm)
            .AddSingleton<IAlerts>(Alerts)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .Configure<ProcessingOptions>(options => options.DryRun = false)
            .Configure<CalendlyOptions>(options => options.SigningKeys = [CalendlyKey])
            .Configure<ReadAiOptions>(options => options.SigningKeys = [Convert.ToBase64String(ReadAiKey)])
            .Configure<TeamOptions>(team => team.InternalDomains = ["govisually.com", "clockworkstudio.com"])
            .AddSalesIntelCore()
            .BuildServiceProvider();
    }

    public MemoryStore Store { get; }

    public TestCrm Crm { get; } = new();

    public TestAlerts Alerts { get; } = new();

    /// <summary>The addresses of all leads in the CRM.</summary>
    public IEnumerable<string> Leads => Crm.Leads.Values.Select(lead => (string)lead["email"]!).Order(StringComparer.Ordinal);

    /// <summary>Sends an input and has everything done that is due.</summary>
    public async Task<WebhookEvent> SendAsync(string file)
    {
        var outcome = await ReceiveAsync(Fixtures.Bytes($"field/{file}"), null, null);
        await DrainAsync();
        return (await Store.GetAsync(outcome.EventId, CancellationToken.None))!;
    }

    /// <summary>Receives a body.</summary>
    /// <param name="body">The body as it comes.</param>
    /// <param name="encoding">Its <c>Content-Encoding</c>.</param>
    /// <param name="signed">What the signature is made over; null = the body.</param>
    public Task<IntakeOutcome> ReceiveAsync(byte[] body, string? encoding, byte[]? signed)
    {
        var isCalendly = Encoding.UTF8.GetString(signed ?? body).Contains("invitee.", StringComparison.Ordinal);
        isCalendly |= encoding is not null;
        var source = services.GetServices<IWebhookSource>().Single(one => isCalendly == one is CalendlySource);
        var seconds = time.GetUtcNow().ToUnixTimeSeconds();
        var over = signed ?? body;
        var calendly = $"t={seconds},v1={Hex(Encoding.UTF8.GetBytes(CalendlyKey), [.. Encoding.ASCII.GetBytes($"{seconds}."), .. over])}";
        var request = new WebhookRequest(body, name => name switch
        {
            CalendlySource.SignatureHeader => calendly,
            ReadAiSource.SignatureHeader => Hex(ReadAiKey, over),
            "Content-Encoding" => encoding,
            _ => null,
        });
        return services.GetRequiredService<WebhookIntake>().ReceiveAsync(source, request, CancellationToken.None);
    }

    public async Task DrainAsync(int stages = int.MaxValue)
    {
        var processor = services.GetRequiredService<EventProcessor>();
        for (; stages > 0 && await Store.ClaimOneAsync(TimeSpan.FromSeconds(30), CancellationToken.None) is { } lease; stages--)
        {
            await processor.ProcessAsync(lease, CancellationToken.None);
        }
    }

    /// <summary>A lead's field in the CRM; empty when it has none.</summary>
    public string Field(string email, LeadField field) =>
        (string?)Crm.Leads.Values.Single(lead => (string?)lead["email"] == email)[field.Name] ?? "";

    /// <summary>What is known about a lead.</summary>
    public async Task<Lead> LeadAsync(string email) => LeadProjection.Project(
        email, (await Store.GetLeadAsync(LeadKey.FromEmail(email), CancellationToken.None)).Facts);

    private static string Hex(byte[] key, byte[] bytes) => Convert.ToHexStringLower(HMACSHA256.HashData(key, bytes));
}
