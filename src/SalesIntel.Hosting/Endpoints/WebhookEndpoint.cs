using SalesIntel.Engine;
using SalesIntel.Hosting.Endpoints.Responses;
using SalesIntel.Hosting.Telemetry;
using SalesIntel.Webhooks;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>Receives webhooks of any source: looks at the headers, reads the body, has it verified and stored, answers. Nothing is processed
/// here.</summary>
internal sealed class WebhookEndpoint(WebhookIntake intake, SalesIntelMetrics metrics, TimeProvider time, ILogger<WebhookEndpoint> logger)
{
    // The strictest sender waits 10 to 15 s for an answer; a store that needs longer than this is as good as away.
    private static readonly TimeSpan AcceptLimit = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan StoreRetryAfter = TimeSpan.FromSeconds(30);

    // Bodies come and go within a second or two.
    private static readonly TimeSpan BusyRetryAfter = TimeSpan.FromSeconds(2);

    private readonly BodyReader bodies = new(intake.Webhooks, time);

    public async Task HandleAsync(HttpContext context, IWebhookSource source)
    {
        var headers = context.Request.Headers;
        using var reception = intake.Begin(source, name => headers.TryGetValue(name, out var value) ? value.ToString() : null);
        var outcome = reception.Refusal;
        if (outcome is null)
        {
            var read = await bodies.ReadAsync(context, reception).ConfigureAwait(false);
            if (read is BodyReading.TooLong or BodyReading.TooSlow)
            {
                await RefuseBodyAsync(context, source, read).ConfigureAwait(false);
                return;
            }

            outcome = read is BodyReading.NoRoom ? intake.Busy(source) : await StoreAsync(source, reception).ConfigureAwait(false);
        }

        if (outcome is { Kind: not IntakeKind.Busy })
        {
            metrics.Received(source.Name, outcome.Kind);
            await RespondAsync(context, source, outcome).ConfigureAwait(false);
        }
        else
        {
            metrics.Refused(source.Name);
            await PutOffAsync(context, outcome).ConfigureAwait(false);
        }
    }

    // Null when the store is away. The sender's going away changes nothing: what has come whole is stored.
    private async Task<IntakeOutcome?> StoreAsync(IWebhookSource source, Reception reception)
    {
        using var activity = SalesIntelMetrics.Activities.StartActivity("webhook.receive");
        activity?.SetTag("source", source.Name);
        using var limit = new CancellationTokenSource(AcceptLimit, time);
        try
        {
            // WaitAsync: a store that does not heed the token must not hold the sender either. What it still stores is harmless,
            // the repetition is a duplicate.
            var outcome = await reception.FinishAsync(limit.Token).WaitAsync(limit.Token).ConfigureAwait(false);
            activity?.SetTag("kind", outcome.Kind.ToString());
            return outcome;
        }
        catch (StoreUnavailableException exception)
        {
            Log.StoreAway(logger, source.Name, exception);
            return null;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            Log.StoreSlow(logger, source.Name, AcceptLimit.TotalSeconds);
            return null;
        }
    }

    private Task RefuseBodyAsync(HttpContext context, IWebhookSource source, BodyReading read)
    {
        metrics.Refused(source.Name);
        var isLogged = intake.Refusals.MayLog();
        if (read is BodyReading.TooLong)
        {
            var most = intake.Webhooks.MaxBodyBytes;
            if (isLogged)
            {
                Log.BodyTooLong(logger, source.Name, most);
            }

            return ResponseWriter.ProblemAsync(context, StatusCodes.Status413PayloadTooLarge, "Payload too large",
                string.Create(CultureInfo.InvariantCulture, $"At most {most} bytes are taken."));
        }

        var seconds = intake.Webhooks.BodyTimeout.TotalSeconds;
        if (isLogged)
        {
            Log.BodyTooSlow(logger, source.Name, seconds);
        }

        // The rest is not waited for.
        if (HttpProtocol.IsHttp11(context.Request.Protocol))
        {
            context.Response.Headers.Connection = "close";
        }

        return ResponseWriter.ProblemAsync(context, StatusCodes.Status408RequestTimeout, "Request timeout",
            string.Create(CultureInfo.InvariantCulture, $"The body did not arrive whole within {seconds} s."));
    }

    private static Task PutOffAsync(HttpContext context, IntakeOutcome? busy)
    {
        var after = busy is null ? StoreRetryAfter : BusyRetryAfter;
        context.Response.Headers.RetryAfter = after.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return busy is null
            ? ResponseWriter.ProblemAsync(context, StatusCodes.Status503ServiceUnavailable, "Store unavailable",
                "The webhook was not stored. Send it again.")
            : ResponseWriter.ProblemAsync(context, StatusCodes.Status503ServiceUnavailable, "Busy", busy.Reason);
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
