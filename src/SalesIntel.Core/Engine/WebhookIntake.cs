using Microsoft.Extensions.Logging;
using SalesIntel.Alerts;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
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

        var verdict = source.Verify(request, time.GetUtcNow());
        if (verdict != SignatureValidationResult.Valid)
        {
            Log.SignatureRefused(logger, source.Name, verdict);
            return new IntakeOutcome { Kind = IntakeKind.Unauthorized, Verdict = verdict };
        }

        var reading = source.Read(request.Body);
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

    private static NewEvent ToEvent(IWebhookSource source, WebhookReading reading, ReadOnlyMemory<byte> body)
    {
        LeadKey? lead = reading.LeadEmail is { } email ? LeadKey.FromEmail(email) : null;
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

    // What was only rehearsed in dry run has not happened in the CRM: the same message, sent again, is run for real.
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
