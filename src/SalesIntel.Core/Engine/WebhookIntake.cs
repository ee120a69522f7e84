using SalesIntel.Alerts;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Engine;

/// <summary>Takes webhooks in: verify, read, store. The same for every source. When <see cref="ReceiveAsync"/> returns, what it
/// says is durable.</summary>
public sealed class WebhookIntake
{
    private readonly IEventStore store;
    private readonly IAlerts alerts;
    private readonly ProcessingOptions options;
    private readonly ILogger logger;
    private readonly VerificationPolicy verification;

    /// <summary>Creates the intake.</summary>
    /// <param name="store">Where webhooks are stored.</param>
    /// <param name="alerts">Tells people of bodies that can't be read.</param>
    /// <param name="options">Whether it is a dry run.</param>
    /// <param name="webhooks">What is taken.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where it is logged.</param>
    public WebhookIntake(
        IEventStore store, IAlerts alerts, ProcessingOptions options, WebhookOptions webhooks, TimeProvider time, ILogger<WebhookIntake> logger)
    {
        ArgumentNullException.ThrowIfNull(webhooks);
        (this.store, this.alerts, this.options, this.logger) = (store, alerts, options, logger);
        (Webhooks, Time) = (webhooks, time);
        verification = new VerificationPolicy(options, webhooks);
        Memory = new BodyMemory(webhooks.BodyMemoryBytes);
        Refusals = new LogRate(time, count => Log.RefusalsLeftOut(logger, count));
    }

    /// <summary>What is taken.</summary>
    internal WebhookOptions Webhooks { get; }

    internal TimeProvider Time { get; }

    /// <summary>The memory for all bodies that are being received.</summary>
    internal BodyMemory Memory { get; }

    /// <summary>Bounds how often it is logged that a webhook was refused.</summary>
    internal LogRate Refusals { get; }

    /// <summary>Receives one webhook.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was stored; the sender should try again.</exception>
    public async Task<IntakeOutcome> ReceiveAsync(
        IWebhookSource source, WebhookRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(request);
        using var reception = Begin(source, request.Header);
        if (reception.Refusal is { } refusal)
        {
            return refusal;
        }

        reception.Append(request.Body.Span);
        return await reception.FinishAsync(request.Body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins to receive a webhook whose body is still to come.</summary>
    internal Reception Begin(IWebhookSource source, Func<string, string?> header)
    {
        if (!CompressedBody.IsSupported(header(CompressedBody.Header)))
        {
            if (Refusals.MayLog())
            {
                Log.EncodingRefused(logger, source.Name);
            }

            return new Reception(this, source, header, null)
            {
                Refusal = new IntakeOutcome
                {
                    Kind = IntakeKind.UnsupportedEncoding,
                    Reason = $"The body is taken plain or compressed with gzip; another {CompressedBody.Header} is not.",
                },
            };
        }

        var check = source.BeginCheck(header, Time.GetUtcNow());
        return new Reception(this, source, header, check)
        {
            Refusal = check?.Decided is { } decided && verification.Take(decided) is null ? Refuse(source, decided) : null,
        };
    }

    /// <summary>Stores a webhook whose body is there.</summary>
    internal async Task<IntakeOutcome> StoreAsync(Reception reception, CancellationToken cancellationToken)
    {
        var source = reception.Source;
        if (reception.Unpacked is UnpackResult.NoRoom)
        {
            return Busy(source);
        }

        if (reception.Unpacked is UnpackResult.TooLong)
        {
            if (Refusals.MayLog())
            {
                Log.UnpackedTooLong(logger, source.Name, Webhooks.MaxBodyBytes);
            }

            return new IntakeOutcome
            {
                Kind = IntakeKind.TooLong,
                Reason = FormattableString.Invariant($"At most {Webhooks.MaxBodyBytes} bytes are taken, also when the body is unpacked."),
            };
        }

        if (verification.Take(reception.Signature) is not { } verified)
        {
            return Refuse(source, reception.Signature);
        }

        return await StoreAsync(source, reception.Reading!, reception.Body, verified, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether a message with a signature like this is taken.</summary>
    internal bool Takes(SignatureValidationResult signature) => verification.Take(signature) is not null;

    /// <summary>Reads what a message is and whose.</summary>
    internal WebhookReading Read(IWebhookSource source, WebhookRequest request, UnpackResult unpacked, DateTimeOffset now) =>
        unpacked == UnpackResult.Damaged
            ? Unreadable(source, request.Body, "the body begins like gzip and can't be unpacked: it is cut off or damaged")
            : Read(source, request, now);

    /// <summary>What is answered when there is no memory for a body.</summary>
    internal IntakeOutcome Busy(IWebhookSource source)
    {
        if (Refusals.MayLog())
        {
            Log.BodyMemoryUsedUp(logger, source.Name);
        }

        return new IntakeOutcome { Kind = IntakeKind.Busy, Reason = "Too much is being received at the moment. Send the webhook again." };
    }

    private IntakeOutcome Refuse(IWebhookSource source, SignatureValidationResult signature)
    {
        if (Refusals.MayLog())
        {
            Log.SignatureRefused(logger, source.Name, signature);
        }

        return new IntakeOutcome { Kind = IntakeKind.Unauthorized, Signature = signature };
    }

    private async Task<IntakeOutcome> StoreAsync(
        IWebhookSource source, WebhookReading reading, ReadOnlyMemory<byte> body, bool verified, CancellationToken cancellationToken)
    {
        var accepted = ToEvent(source, reading, body, verified);
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

    // A 500 would have the sender repeat a message that can't succeed; kept, it can be replayed once the reader is mended.
    private WebhookReading Read(IWebhookSource source, WebhookRequest request, DateTimeOffset now)
    {
        try
        {
            var reading = source.ReadIdentity(request, now);
            return reading is { Kind: WebhookKind.Process, Route: null }
                ? reading with { Kind = WebhookKind.Unreadable, Reason = "the source names no lead: it must set WebhookReading.Route" }
                : reading;
        }
        catch (Exception exception)
        {
            Log.ReaderFailed(logger, source.Name, exception.GetType().Name);
            Log.ReaderThrown(logger, source.Name, exception);
            return Unreadable(
                source,
                request.Body,
                $"{source.GetType().Name} threw {exception.GetType().Name} while it read the body: a bug in it, to be reported to whoever wrote it");
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

    private static NewEvent ToEvent(IWebhookSource source, WebhookReading reading, ReadOnlyMemory<byte> body, bool verified)
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
            Verified = verified,
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
