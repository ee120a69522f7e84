using Microsoft.Extensions.Logging;
using SalesIntel.Alerts;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Text;
using SalesIntel.Webhooks;

namespace SalesIntel.Engine;

/// <summary>Takes webhooks in: verify, read, store. The same for every source. When <see cref="ReceiveAsync"/> returns, what it
/// says is durable.</summary>
public sealed class WebhookIntake(
    IEventStore store, IAlerts alerts, ProcessingOptions options, TimeProvider time, ILogger<WebhookIntake> logger)
{
    /// <summary>Receives one webhook.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was stored; the sender should try again.</exception>
    public async Task<IntakeOutcome> ReceiveAsync(
        IWebhookSource source, WebhookRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(request);

        var now = time.GetUtcNow();
        var verdict = source.Verify(request, now);
        if (verdict != SignatureValidationResult.Valid)
        {
            Log.SignatureRefused(logger, source.Name, verdict);
            return new IntakeOutcome { Kind = IntakeKind.Unauthorized, Verdict = verdict };
        }

        var reading = Read(source, request.Body, now);
        var receipt = await store.AcceptAsync(ToEvent(source, reading, request.Body), cancellationToken).ConfigureAwait(false);
        Log.Received(logger, source.Name, reading.EventType, receipt.EventId, reading.Kind, receipt.IsDuplicate);

        if (receipt.IsDuplicate)
        {
            var again = await RunForRealAsync(receipt.EventId, cancellationToken).ConfigureAwait(false);
            return new IntakeOutcome
            {
                Kind = reading.Kind == WebhookKind.Ignore ? IntakeKind.Ignored
                    : again ? IntakeKind.Accepted : IntakeKind.Duplicate,
                EventId = receipt.EventId,
                Reason = reading.Reason,
            };
        }

        if (reading.Kind == WebhookKind.Unreadable)
        {
            await alerts.RaiseAsync(Alert.OfUnreadable(source.Name, reading.Reason, receipt.EventId), cancellationToken).ConfigureAwait(false);
        }

        return new IntakeOutcome
        {
            Kind = reading.Kind switch
            {
                WebhookKind.Process => IntakeKind.Accepted,
                WebhookKind.Ignore => IntakeKind.Ignored,
                _ => IntakeKind.Unreadable,
            },
            EventId = receipt.EventId,
            Reason = reading.Reason,
        };
    }

    // A 500 would have the sender repeat a message that can't succeed; kept, it can be replayed once the reader is mended.
    private WebhookReading Read(IWebhookSource source, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        try
        {
            return source.Read(body, now);
        }
        catch (Exception exception)
        {
            Log.ReaderFailed(logger, source.Name, exception.GetType().Name);
            Log.ReaderThrown(logger, source.Name, exception);
            var id = Digest.Of(body.Span, 32);
            return new WebhookReading
            {
                Kind = WebhookKind.Unreadable,
                EventType = "unknown",
                ExternalId = id,
                IdempotencyKey = $"{source.Name}:unknown:{id}",
                Revision = id[..16],
                Reason = $"the reader failed with {exception.GetType().Name}; a bug: please report it",
            };
        }
    }

    private static NewEvent ToEvent(IWebhookSource source, WebhookReading reading, ReadOnlyMemory<byte> body)
    {
        LeadKey? lead = LeadReader.EmailOf(reading) is { } email ? LeadKey.FromEmail(email) : null;
        return new NewEvent
        {
            Source = source.Name,
            EventType = reading.EventType,
            ExternalId = reading.ExternalId,
            IdempotencyKey = reading.IdempotencyKey,
            Revision = reading.Revision,
            Payload = body,
            Status = reading.Kind switch
            {
                WebhookKind.Process => EventStatus.Queued,
                WebhookKind.Ignore => EventStatus.Ignored,
                _ => EventStatus.Failed,
            },
            Reason = reading.Kind == WebhookKind.Process ? null : reading.Reason,
            ErrorClass = reading.Kind == WebhookKind.Unreadable ? Alert.UnreadableClass : null,
            Lead = lead,
            Lane = reading.Kind != WebhookKind.Process ? null
                : lead is { } known ? Lane.Lead(known) : Lane.Meeting(reading.ExternalId),
            Stage = lead is null ? Stage.Route : Stage.Facts,
        };
    }

    // What a dry run only recorded has not happened in the CRM: the same message, sent again, is run for real.
    private async Task<bool> RunForRealAsync(string eventId, CancellationToken cancellationToken)
    {
        if (options.DryRun || await store.GetAsync(eventId, cancellationToken).ConfigureAwait(false) is not { } known
            || known is not { DryRun: true, Status: EventStatus.Processed })
        {
            return false;
        }

        var outcome = await store.RequeueAsync(eventId, Requeueing.FromStart(known), cancellationToken).ConfigureAwait(false);
        return outcome == RequeueOutcome.Requeued;
    }
}
