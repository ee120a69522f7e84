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
    IEventStore store, IAlerts alerts, ProcessingOptions options, WebhookOptions webhooks, TimeProvider time, ILogger<WebhookIntake> logger)
{
    private readonly VerificationPolicy verification = new(options, webhooks);

    /// <summary>Receives one webhook.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was stored; the sender should try again.</exception>
    public async Task<IntakeOutcome> ReceiveAsync(
        IWebhookSource source, WebhookRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(request);

        var now = time.GetUtcNow();
        var result = source.Verify(request, now);
        if (verification.Take(result) is not { } verified)
        {
            Log.SignatureRefused(logger, source.Name, result);
            return new IntakeOutcome { Kind = IntakeKind.Unauthorized, Signature = result };
        }

        var reading = Read(source, request.Body, now);
        var accepted = ToEvent(source, reading, request.Body) with { Verified = verified };
        var receipt = await store.AcceptAsync(accepted, cancellationToken).ConfigureAwait(false);
        Log.Received(logger, source.Name, reading.EventType, receipt.EventId, reading.Kind, receipt.IsDuplicate);

        if (receipt.IsDuplicate && !await RunAgainAsync(accepted, cancellationToken).ConfigureAwait(false))
        {
            return new IntakeOutcome
            {
                Kind = reading.Kind == WebhookKind.Ignore ? IntakeKind.Ignored : IntakeKind.Duplicate,
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
            var reading = source.Read(body, now);
            return reading is { Kind: WebhookKind.Process, Route: null }
                ? reading with { Kind = WebhookKind.Unreadable, Reason = "the source names no lead: it must set WebhookReading.Route" }
                : reading;
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

    // The same message sent again is run where it has not really happened yet: nobody had verified it, or a dry run had it.
    private async Task<bool> RunAgainAsync(NewEvent repeated, CancellationToken cancellationToken)
    {
        if ((options.DryRun && !repeated.Verified)
            || await store.GetAsync(repeated.EventId, cancellationToken).ConfigureAwait(false) is not { } known)
        {
            return false;
        }

        var isRehearsed = !options.DryRun && known is { DryRun: true, Status: EventStatus.Processed };
        if (repeated.Verified && (known.Verified == false || (known.Verified is null && isRehearsed)))
        {
            return await store.ReplaceAsync(repeated, cancellationToken).ConfigureAwait(false);
        }

        return isRehearsed && verification.MayReplay(known, isVouchedFor: false)
            && await store.RequeueAsync(known.EventId, Requeueing.FromStart(known), cancellationToken).ConfigureAwait(false)
                == RequeueOutcome.Requeued;
    }
}
