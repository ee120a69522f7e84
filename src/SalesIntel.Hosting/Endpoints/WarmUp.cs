using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using SalesIntel.Engine;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Endpoints.Responses;
using SalesIntel.Hosting.Telemetry;
using SalesIntel.Testing;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>Does once, before the host receives anything, what each webhook needs: messages that nobody has sent are verified, read and
/// stored in memory, responses are written, and the store's connection is opened. Otherwise the first sender would wait until all that is
/// compiled and connected. Nothing of it reaches the store or the CRM.</summary>
internal sealed class WarmUp(
    IEventStore store, IEnumerable<IWebhookSource> sources, IOptions<HostingOptions> hosting, TimeProvider time, ILogger<WarmUp> logger)
    : IHostedService
{
    private const string NoId = "00000000000000000000000000000000";

    // A host must not wait for a store that is away; it says 503 until that is back.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private static readonly Dictionary<string, byte[]> Messages = new(StringComparer.Ordinal)
    {
        [CalendlySource.SourceName] =
            """
            {"event":"invitee.created","created_at":"2026-01-05T10:00:00.000000Z","payload":{"uri":
            "https://api.calendly.com/scheduled_events/warm/invitees/up","email":"warm@up.example","name":"Warm Up","status":"active",
            "timezone":"Europe/Berlin","created_at":"2026-01-05T10:00:00.000000Z","updated_at":"2026-01-05T10:00:00.000000Z",
            "questions_and_answers":[{"question":"Company?","answer":"Up","position":0}],"scheduled_event":{"uri":
            "https://api.calendly.com/scheduled_events/warm","name":"Demo","start_time":"2026-01-06T10:00:00.000000Z",
            "end_time":"2026-01-06T10:30:00.000000Z","event_memberships":[],"event_guests":[]}}}
            """u8.ToArray(),
        [ReadAiSource.SourceName] =
            """
            {"session_id":"warm-up","trigger":"meeting_end","title":"Demo","start_time":"2026-01-06T10:00:00Z","end_time":"2026-01-06T10:30:00Z",
            "participants":[{"name":"Warm Up","email":"warm@up.example"}],"summary":"Nothing was said.","transcript":{"speaker_blocks":
            [{"start_time":"1767693600000","speaker":{"name":"Warm Up"},"words":"Nothing."}]}}
            """u8.ToArray(),
    };

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        if (hosting.Value.Role != HostRole.Worker)
        {
            await ReceiveAsync().ConfigureAwait(false);
        }

        await AskStoreAsync(cancellationToken).ConfigureAwait(false);
        Log.WarmedUp(logger, time.GetElapsedTime(begun).TotalMilliseconds);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ReceiveAsync()
    {
        var memory = new MemoryStore(time);
        var intake = new WebhookIntake(
            memory, new NoAlerts(), new ProcessingOptions(), new WebhookOptions(), time, NullLogger<WebhookIntake>.Instance);
        using var meters = new QuietMeters();
        using var metrics = new SalesIntelMetrics(meters);
        var endpoint = new WebhookEndpoint(intake, metrics, time, NullLogger<WebhookEndpoint>.Instance);
        foreach (var source in sources)
        {
            if (Messages.TryGetValue(source.Name, out var message))
            {
                // With the source's own keys the message would be refused: what is refused and what is taken are both done once.
                source.Verify(new WebhookRequest(message, Header), time.GetUtcNow());
                source.Read(message, time.GetUtcNow());
                await endpoint.HandleAsync(Request(message), new TrustedSource(source)).ConfigureAwait(false);
            }
        }

        await ResponseWriter.ProblemAsync(Request([]), StatusCodes.Status401Unauthorized, "Signature missing").ConfigureAwait(false);
    }

    private static DefaultHttpContext Request(byte[] body)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = HttpMethods.Post;
        context.Request.ContentLength = body.Length;
        context.Request.Body = new MemoryStream(body, writable: false);
        return context;
    }

    // A signature of the right form, for whichever header it is asked: only its hash is not that of the message.
    private string Header(string name) => name == CalendlySource.SignatureHeader
        ? FormattableString.Invariant($"t={time.GetUtcNow().ToUnixTimeSeconds()},v1={NoId}{NoId}")
        : NoId + NoId;

    private async Task AskStoreAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await store.GetStatusAsync(either.Token).WaitAsync(either.Token).ConfigureAwait(false);
            await store.GetAsync(NoId, either.Token).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.StoreNotWarm(logger, exception.GetType().Name);
        }
    }

    // What was not received is not counted.
    private sealed class QuietMeters : IMeterFactory
    {
        private Meter? meter;

        public Meter Create(MeterOptions options) => meter ??= new Meter($"{options.Name}.WarmUp");

        public void Dispose() => meter?.Dispose();
    }
}
