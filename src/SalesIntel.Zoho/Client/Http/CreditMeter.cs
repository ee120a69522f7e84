using System.Net.Http.Headers;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Zoho.Client;

/// <summary>What Zoho last said about the day's credits, here or to another process. It says nothing while more than half of them are left.
/// </summary>
internal sealed class CreditMeter(TimeProvider time, ILogger<CreditMeter> logger, ISharedState? shared = null)
{
    /// <summary>Under which other processes find it.</summary>
    internal const string Key = "zoho:credits";

    /// <summary>When work that has to wait for credits is tried again.</summary>
    internal static readonly TimeSpan ReservedWait = TimeSpan.FromMinutes(10);

    private const string Header = "X-API-CREDITS-REMAINING";
    private const NumberStyles Spellings = NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint;

    private static readonly TimeSpan SharedLife = TimeSpan.FromMinutes(10);

    // Writing and reading it for each call would double what a call costs.
    private static readonly TimeSpan ShareInterval = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private ZohoCredits? last;
    private string? sharedText;
    private long sharedAt;
    private long readAt;
    private long askedAt;
    private bool isReserved;

    public ZohoCredits? Last
    {
        get
        {
            lock (gate)
            {
                return last;
            }
        }
    }

    /// <summary>Reads the headers of an answer.</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="succeeded">True for an answer to a call that was carried out: without the header it means that there are plenty. A refusal
    /// without it, maybe a gateway's, means nothing, and so does one that is no number.</param>
    public void Note(HttpResponseHeaders headers, bool succeeded)
    {
        var said = headers.TryGetValues(Header, out var values)
            && decimal.TryParse(values.FirstOrDefault()?.Trim(), Spellings, CultureInfo.InvariantCulture, out var remaining)
            && Math.Abs(remaining) <= int.MaxValue
            ? new ZohoCredits((long)remaining, time.GetUtcNow())
            : null;
        if (said is null && (!succeeded || values is not null))
        {
            return;
        }

        string? before;
        lock (gate)
        {
            last = said;
            before = sharedText;
            var isKnown = said is null ? before is null : before is not null && time.GetElapsedTime(sharedAt) < ShareInterval;
            if (shared is null || isKnown)
            {
                return;
            }

            sharedText = said is null ? null : Text(said);
            sharedAt = time.GetTimestamp();
        }

        // The answer does not wait for it: what fails is written with one of the next.
        _ = said is null ? TryAsync("remove", state => state.RemoveAsync(Key, before!, CancellationToken.None))
            : TryAsync("share", state => state.SetAsync(Key, Text(said), SharedLife, CancellationToken.None));
    }

    /// <summary>Keeps the last credits for what somebody waits for.</summary>
    /// <exception cref="ZohoCrmException">The call is one that waits.</exception>
    public async ValueTask ThrowIfReservedAsync(ZohoCall call, int reserve, CancellationToken cancellationToken)
    {
        if (call.Priority != ZohoPriority.Background || reserve == 0)
        {
            return;
        }

        var known = await FindAsync(cancellationToken).ConfigureAwait(false);
        var wasReserved = isReserved;
        isReserved = known?.Remaining < reserve && !IsToAskAgain(known);
        if (!isReserved)
        {
            return;
        }

        if (!wasReserved)
        {
            Log.CreditsReserved(logger, known!.Remaining, reserve);
        }

        throw ZohoErrors.Reserved(call, ReservedWait);
    }

    // Where nothing else is asked nobody would ever hear that there are credits again: one call goes now and then.
    private bool IsToAskAgain(ZohoCredits known)
    {
        lock (gate)
        {
            // A clock that was set back makes what it stamped before seem to come.
            var age = time.GetUtcNow() - known.SeenAt;
            if ((age >= TimeSpan.Zero && age < ReservedWait) || (askedAt > 0 && time.GetElapsedTime(askedAt) < ReservedWait))
            {
                return false;
            }

            askedAt = Math.Max(1, time.GetTimestamp());
            return true;
        }
    }

    // What another process was told counts like what this one was told, whichever is later.
    private async ValueTask<ZohoCredits?> FindAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (shared is null || (readAt > 0 && time.GetElapsedTime(readAt) < ShareInterval))
            {
                return last;
            }

            readAt = Math.Max(1, time.GetTimestamp());
        }

        string? text = null;
        await TryAsync("read", async state => text = await state.GetAsync(Key, cancellationToken).ConfigureAwait(false))
            .ConfigureAwait(false);
        lock (gate)
        {
            if (Read(text, time.GetUtcNow()) is { } theirs && !(last?.SeenAt >= theirs.SeenAt))
            {
                (last, sharedText) = (theirs, text);
            }

            return last;
        }
    }

    private async Task TryAsync(string operation, Func<ISharedState, Task> act)
    {
        try
        {
            await act(shared!).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not (OutOfMemoryException or OperationCanceledException))
        {
            Log.CreditsNotShared(logger, operation, failure.GetType().Name);
        }
    }

    private static string Text(ZohoCredits credits) =>
        string.Create(CultureInfo.InvariantCulture, $"{credits.Remaining} {credits.SeenAt:O}");

    // By a clock that is ahead of this one it would be the latest for as long.
    private static ZohoCredits? Read(string? text, DateTimeOffset now) =>
        text?.Split(' ') is [var remaining, var seenAt]
        && long.TryParse(remaining, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var left)
        && DateTimeOffset.TryParse(seenAt, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
            ? new ZohoCredits(left, at < now ? at : now)
            : null;
}
