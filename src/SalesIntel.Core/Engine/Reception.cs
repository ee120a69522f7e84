using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Engine;

/// <summary>One webhook while it is received: its headers first, then its body part by part. For one thread at a time.</summary>
internal sealed class Reception(WebhookIntake intake, IWebhookSource source, Func<string, string?> header, SignatureCheck? check) : IDisposable
{
    private BodyBuffer? received;
    private BodyBuffer? plain;
    private bool isFinishing;

    public IWebhookSource Source => source;

    /// <summary>Why nothing more is to be read; null while all is well.</summary>
    public IntakeOutcome? Refusal { get; init; }

    /// <summary>What the check of the whole message found.</summary>
    public SignatureValidationResult Signature { get; private set; }

    /// <summary>Whether the body could be unpacked; one that is not compressed counts as unpacked.</summary>
    public UnpackResult Unpacked { get; private set; } = UnpackResult.Unpacked;

    /// <summary>The body, unpacked where it came compressed.</summary>
    public ReadOnlyMemory<byte> Body { get; private set; }

    /// <summary>What the message is; null when it is not taken.</summary>
    public WebhookReading? Reading { get; private set; }

    /// <summary>Takes the next part of the body for the check of its signature.</summary>
    public void Append(ReadOnlySpan<byte> part) => check?.Append(part);

    /// <summary>Takes the next part of the body, and keeps it; false when there is no memory for it.</summary>
    /// <param name="part">Its bytes.</param>
    /// <param name="announced">How long the sender says that the body is; null when unknown.</param>
    public bool TryReceive(ReadOnlySpan<byte> part, long? announced)
    {
        received ??= new BodyBuffer(intake.Memory, intake.Webhooks.MaxBodyBytes);
        if (!received.TryAppend(part, announced))
        {
            return false;
        }

        Append(part);
        return true;
    }

    /// <summary>Bytes received so far.</summary>
    public int Length => received?.Length ?? 0;

    /// <summary>Verifies, reads and stores what was received. From here on the memory is held until that has ended, however long the caller
    /// waits for it.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was stored; the sender should try again.</exception>
    public Task<IntakeOutcome> FinishAsync(CancellationToken cancellationToken) =>
        FinishAsync(received?.Written ?? default, cancellationToken);

    /// <summary>Verifies, reads and stores.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was stored; the sender should try again.</exception>
    public async Task<IntakeOutcome> FinishAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        isFinishing = true;
        var isStored = false;
        try
        {
            (Body, Signature) = (body, check?.Finish() ?? Verify(body));
            var isCompressed = CompressedBody.IsCompressed(body.Span);
            if (isCompressed ? Signature == SignatureValidationResult.Mismatch || intake.Takes(Signature) : intake.Takes(Signature))
            {
                await OpenAsync(isCompressed, cancellationToken).ConfigureAwait(false);
            }

            var outcome = await intake.StoreAsync(this, cancellationToken).ConfigureAwait(false);
            isStored = true;
            return outcome;
        }
        finally
        {
            // A store that has given up may still be writing.
            Release(isAbandoned: !isStored);
        }
    }

    public void Dispose()
    {
        check?.Dispose();
        if (!isFinishing)
        {
            Release(isAbandoned: false);
        }
    }

    private SignatureValidationResult Verify(ReadOnlyMemory<byte> body) =>
        source.Verify(new WebhookRequest(body, header), intake.Time.GetUtcNow());

    private ValueTask OpenAsync(bool isCompressed, CancellationToken cancellationToken)
    {
        if (isCompressed || Body.Length > BodyMemory.LargestSmall)
        {
            return OpenLargeAsync(isCompressed, cancellationToken);
        }

        Open(isCompressed: false);
        return default;
    }

    private async ValueTask OpenLargeAsync(bool isCompressed, CancellationToken cancellationToken)
    {
        await intake.Memory.BeginLargeReadingAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // On a thread that ends with it: what its arrays were rented from keeps one of each size for each thread.
            await Task.Factory.StartNew(
                () => Open(isCompressed), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);

            // Not needed to store it, and several times as large: it must not be held for as long as the store takes.
            Reading = Reading is { } reading ? reading with { Facts = [], Document = null } : null;
        }
        finally
        {
            intake.Memory.EndLargeReading(Body.Length);
        }
    }

    // Senders sign what they have made and relays what they send on, so that the signature may be over either form of a compressed body.
    // Nothing is unpacked for a sender without a signature.
    private void Open(bool isCompressed)
    {
        if (isCompressed)
        {
            plain = new BodyBuffer(intake.Memory, intake.Webhooks.MaxBodyBytes);
            Unpacked = CompressedBody.Unpack(Body, intake.Webhooks.MaxBodyBytes, plain);
            if (Unpacked == UnpackResult.Unpacked)
            {
                Body = plain.Written;
                Signature = Signature == SignatureValidationResult.Mismatch ? Verify(Body) : Signature;
            }
        }

        if (Unpacked is UnpackResult.Unpacked or UnpackResult.Damaged && intake.Takes(Signature))
        {
            Reading = intake.Read(source, new WebhookRequest(Body, header), Unpacked, intake.Time.GetUtcNow());
        }
    }

    private void Release(bool isAbandoned)
    {
        foreach (var buffer in (ReadOnlySpan<BodyBuffer?>)[received, plain])
        {
            if (isAbandoned)
            {
                buffer?.Abandon();
            }
            else
            {
                buffer?.Dispose();
            }
        }
    }
}
