using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesIntel.Engine;
using SalesIntel.Hosting.Endpoints.Responses;
using SalesIntel.Hosting.Telemetry;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>Receives webhooks of any source: reads the body, has it verified and stored, answers. Nothing is processed here.</summary>
internal sealed class WebhookEndpoint(
    WebhookIntake intake, IOptions<WebhookOptions> options, SalesIntelMetrics metrics, TimeProvider time, ILogger<WebhookEndpoint> logger)
{
    // The strictest sender waits 10 to 15 s for an answer; a store that needs longer than this is as good as away.
    private static readonly TimeSpan AcceptLimit = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    public async Task HandleAsync(HttpContext context, IWebhookSource source)
    {
        if (await BodyReader.ReadAsync(context, options.Value.MaxBodyBytes).ConfigureAwait(false) is not { } body)
        {
            metrics.Refused(source.Name);
            Log.BodyTooLong(logger, source.Name, options.Value.MaxBodyBytes);
            await ResponseWriter.ProblemAsync(context, StatusCodes.Status413PayloadTooLarge, "Payload too large",
                string.Create(CultureInfo.InvariantCulture, $"At most {options.Value.MaxBodyBytes} bytes are taken.")).ConfigureAwait(false);
            return;
        }

        using var activity = SalesIntelMetrics.Activities.StartActivity("webhook.receive");
        activity?.SetTag("source", source.Name);
        if (await ReceiveAsync(context, source, body).ConfigureAwait(false) is { } outcome)
        {
            activity?.SetTag("kind", outcome.Kind.ToString());
            metrics.Received(source.Name, outcome.Kind);
            await RespondAsync(context, source, outcome).ConfigureAwait(false);
        }
        else
        {
            metrics.Refused(source.Name);
            context.Response.Headers.RetryAfter = RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            await ResponseWriter.ProblemAsync(context, StatusCodes.Status503ServiceUnavailable, "Store unavailable",
                "The webhook was not stored. Send it again.").ConfigureAwait(false);
        }
    }

    // Null when the store is away.
    private async Task<IntakeOutcome?> ReceiveAsync(HttpContext context, IWebhookSource source, byte[] body)
    {
        var request = new WebhookRequest(body, name => context.Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null);
        using var limit = new CancellationTokenSource(AcceptLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, context.RequestAborted);
        try
        {
            // WaitAsync: a store that does not heed the token must not hold the sender either. What it still stores is harmless,
            // the repetition is a duplicate.
            return await intake.ReceiveAsync(source, request, either.Token).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (StoreUnavailableException exception)
        {
            Log.StoreAway(logger, source.Name, exception);
            return null;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            Log.StoreSlow(logger, source.Name, AcceptLimit.TotalSeconds);
            return null;
        }
    }

    private static Task RespondAsync(HttpContext context, IWebhookSource source, IntakeOutcome outcome)
    {
        if (outcome.Kind == IntakeKind.Unauthorized)
        {
            var (title, detail) = SignatureAdvice.For(source.Hint, outcome.Signature);
            context.Response.Headers.WWWAuthenticate = $"Signature realm=\"{source.Name}\"";
            return ResponseWriter.ProblemAsync(context, StatusCodes.Status401Unauthorized, title, detail);
        }

        if (outcome.Kind == IntakeKind.UnsupportedEncoding)
        {
            context.Response.Headers.AcceptEncoding = "gzip, identity";
            return ResponseWriter.ProblemAsync(context, StatusCodes.Status415UnsupportedMediaType, "Unsupported encoding", outcome.Reason);
        }

        if (outcome.Kind == IntakeKind.TooLong)
        {
            return ResponseWriter.ProblemAsync(context, StatusCodes.Status413PayloadTooLarge, "Payload too large", outcome.Reason);
        }

        var response = outcome.Kind switch
        {
            IntakeKind.Duplicate => new WebhookResponse { Duplicate = true, EventId = outcome.EventId },
            IntakeKind.Ignored => new WebhookResponse { Ignored = true, Reason = outcome.Reason },
            IntakeKind.Unreadable => new WebhookResponse { EventId = outcome.EventId, Unreadable = true, Reason = outcome.Reason },
            _ => new WebhookResponse { EventId = outcome.EventId },
        };
        return ResponseWriter.JsonAsync(context, StatusCodes.Status200OK, response, ResponsesJson.Default.WebhookResponse);
    }
}
