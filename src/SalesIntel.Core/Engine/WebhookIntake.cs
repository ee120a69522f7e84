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

        if (!CompressedBody.IsSupported(request.Header(CompressedBody.Header)))
        {
            Log.EncodingRefused(logger, source.Name);
            return new IntakeOutcome
            {
                Kind = IntakeKind.UnsupportedEncoding,
                Reason = $"The body is taken plain or compressed with gzip; another {CompressedBody.Header} is not.",
            };
        }

        var now = time.GetUtcNow();
        var (signature, body, unpacked) = Open(source, request, now);
        if (unpacked == UnpackResult.TooLong)
        {
            Log.UnpackedTooLong(logger, source.Name, webhooks.MaxBodyBytes);
            return new IntakeOutcome
            {
                Kind = IntakeKind.TooLong,
                Reason = FormattableString.Invariant($"At most {webhooks.MaxBodyBytes} bytes are taken, also when the body is unpacked."),
            };
        }

        if (verification.Take(signature) is not { } verified)
        {
            Log.SignatureRefused(logger, source.Name, signature);
            return new IntakeOutcome { Kind = IntakeKind.Unauthorized, Signature = signature };
        }

        var reading = unpacked == UnpackResult.Damaged
            ? Unreadable(source, body, "the body begins like gzip and can't be unpacked: it is cut off or damaged")
            : Read(source, body, now);
        var accepted = ToEvent(source, reading, body) with { Verified = verified };
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
            await alerts.RaiseAsync(EventAlerts.OfUnreadable(source.Name, reading.Reason, receipt.EventId), cancellationToken).ConfigureAwait(false);
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

    // Senders sign what they have made and relays what they send on, so that the signature may be over either form of a compressed body.
    // Nothing is unpacked for a sender without a signature.
    private (SignatureValidationResult Signature, ReadOnlyMemory<byte> Body, UnpackResult Unpacked) Open(
        IWebhookSource source, WebhookRequest request, DateTimeOffset now)
    {
        var signature = source.Verify(request, now);
        if (!CompressedBody.IsCompressed(request.Body.Span)
            || (signature != SignatureValidationResult.Mismatch && verification.Take(signature) is null))
        {
            return (signature, request.Body, UnpackResult.Unpacked);
        }

        var unpacked = CompressedBody.Unpack(request.Body, webhooks.MaxBodyBytes, out var plain);
        return unpacked != UnpackResult.Unpacked ? (signature, request.Body, unpacked)
            : signature == SignatureValidationResult.Mismatch ? (source.Verify(request with { Body = plain }, now), plain, unpacked)
            : (signature, plain, unpacked);
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
            return Unreadable(source, body, $"the reader failed with {exception.GetType().Name}; a bug: please report it");
        }
    }

    private static WebhookReading Unreadable(IWebhookSource source, ReadOnlyMemory<byte> body, string reason)
    {
        var id = Digest.Of(body.Span, 32);
        return new WebhookReading
        {
            Kind = WebhookKind.Unreadable,
            EventType = "unknown",
            ExternalId = id,
            IdempotencyKey = $"{source.Name}:unknown:{id}",
            Revision = id[..16],
            Reason = reason,
        };
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
            ErrorClass = reading.Kind == WebhookKind.Unreadable ? EventAlerts.UnreadableClass : null,
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

        var wasDryRun = !options.DryRun && known is { DryRun: true, Status: EventStatus.Processed };
        if (repeated.Verified && (known.Verified == false || (known.Verified is null && wasDryRun)))
        {
            return await store.ReplaceAsync(repeated, cancellationToken).ConfigureAwait(false);
        }

        return wasDryRun && verification.MayReplay(known, isVouchedFor: false)
            && await store.RequeueAsync(known.EventId, Requeueing.FromStart(known), cancellationToken).ConfigureAwait(false)
                == RequeueOutcome.Requeued;
    }
}
