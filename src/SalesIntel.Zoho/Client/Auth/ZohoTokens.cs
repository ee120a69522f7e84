namespace SalesIntel.Zoho.Client;

/// <summary>One access token for everybody: Zoho ends the oldest of 16 live ones and hands out 10 in 10 minutes, so each
/// process fetching for itself would lock the others out. Before its end one process fetches the next while all go on with the old one,
/// which stays in use as long as it is good.</summary>
internal sealed class ZohoTokens(
    ZohoTokenClient client,
    ZohoTokenStore store,
    IOptionsMonitor<ZohoOptions> options,
    TimeProvider time,
    ILogger<ZohoTokens> logger) : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    // A request ends so long before the right to refresh does, and is not begun with less time than that.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(10);

    private readonly SingleFetch _single = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly RefreshBudget _budget = new(store, time);
    private HeldToken? _token;
    private HeldRefusal? _refusal;
    private string? _rejected;

    /// <summary>True while a token is fetched, here or by another process that this one waits for.</summary>
    internal bool IsFetching => _single.IsRunning;

    public void Dispose() => _ended.Cancel();

    /// <summary>A token that may be used now.</summary>
    /// <exception cref="ZohoCrmException">Zoho handed out none.</exception>
    public async Task<AccessToken> GetAsync(CancellationToken cancellationToken)
    {
        var current = options.CurrentValue;
        var credentials = Fingerprint(current);
        var held = InMemory(credentials);
        if (held is not null && (IsFresh(held) || IsInForce(Volatile.Read(ref _refusal), credentials)))
        {
            return held.Token;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var fetching = _single.Join(credentials, async () =>
        {
            var fetched = await FetchAsync(current, credentials, isEarly: held is not null, _ended.Token).ConfigureAwait(false);
            Volatile.Write(ref _token, fetched);
            return fetched.Token;
        });
        if (held is not null)
        {
            return held.Token;
        }

        try
        {
            return await fetching.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ZohoCrmException refused)
        {
            // Each caller notes on its exception what it met.
            throw refused.Copy();
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw ClientEnded.Exception();
        }
    }

    /// <summary>The API refused this token: forget it, unless somebody has replaced it already.</summary>
    public async Task RejectAsync(AccessToken token, string code, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _rejected, token.Token);
        var held = Volatile.Read(ref _token);
        if (held?.Token.Token == token.Token && Interlocked.CompareExchange(ref _token, null, held) == held)
        {
            Log.TokenRejected(logger, code);
        }

        await store.RemoveAsync(token, cancellationToken).ConfigureAwait(false);
    }

    private HeldToken? InMemory(string credentials) =>
        Volatile.Read(ref _token) is { } held && IsUsable(held, credentials) ? held : null;

    private bool IsUsable(HeldToken held, string credentials) =>
        time.GetElapsedTime(held.Since) < held.UseFor && held.Token.Credentials == credentials && held.Token.Token != Volatile.Read(ref _rejected);

    private bool IsFresh(HeldToken held) => time.GetElapsedTime(held.Since) < held.FreshFor;

    private async Task<HeldToken> FetchAsync(ZohoOptions current, string credentials, bool isEarly, CancellationToken cancellationToken)
    {
        // Whoever asks for this may have looked before another fetch ended.
        if (InMemory(credentials) is { } held && (!isEarly || IsFresh(held)))
        {
            return held;
        }

        ThrowIfRefused(credentials, Volatile.Read(ref _refusal));
        if (await FromStoreAsync(credentials, isEarly, cancellationToken).ConfigureAwait(false) is { } shared)
        {
            return shared;
        }

        // The lock outlives the calls it protects; whoever waits outlives the lock of a process that died with it.
        var lockLife = (2 * current.Timeout) + TimeSpan.FromSeconds(10);
        var longest = lockLife + TimeSpan.FromSeconds(5);
        var begun = time.GetTimestamp();
        while (true)
        {
            var taken = await store.TryLockAsync(lockLife, cancellationToken).ConfigureAwait(false);
            if (taken is not null)
            {
                await using var _ = taken.ConfigureAwait(false);
                if ((await FromStoreAsync(credentials, isEarly, cancellationToken).ConfigureAwait(false)
                    ?? await RefreshAsync(taken, current, credentials, cancellationToken).ConfigureAwait(false)) is { } fetched)
                {
                    return fetched;
                }
            }

            if (time.GetElapsedTime(begun) >= longest)
            {
                throw new ZohoCrmException(
                    "token_wait",
                    "Another process has been fetching a Zoho access token for too long, or the store is too slow for it.",
                    "It is tried again.")
                { IsTransient = true, IsOutage = true, RetryAfter = TimeSpan.FromSeconds(15) };
            }

            await Task.Delay(PollInterval, time, cancellationToken).ConfigureAwait(false);
            if (await FromStoreAsync(credentials, isEarly, cancellationToken).ConfigureAwait(false) is { } token)
            {
                return token;
            }
        }
    }

    // Where the next is to be fetched before its time, one that others would replace as well is none.
    private async Task<HeldToken?> FromStoreAsync(string credentials, bool isEarly, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(cancellationToken).ConfigureAwait(false) is { } token && HeldToken.Of(token, time) is var held
            && IsUsable(held, credentials) && (!isEarly || IsFresh(held)))
        {
            // Somebody was handed out one since.
            Volatile.Write(ref _refusal, IsFresh(held) ? null : Volatile.Read(ref _refusal));
            return held;
        }

        var (refusal, isInForce) = await store.GetRefusalAsync(cancellationToken).ConfigureAwait(false);
        if (refusal?.Credentials == credentials)
        {
            var told = HeldRefusal.Told(refusal, isInForce, time);
            Volatile.Write(ref _refusal, told);
            ThrowIfRefused(credentials, told);
        }

        return null;
    }

    // Null when the store was so slow that the right to refresh could be another's before the answer is here.
    private async Task<HeldToken?> RefreshAsync(TokenLock right, ZohoOptions current, string credentials, CancellationToken cancellationToken)
    {
        var before = Volatile.Read(ref _refusal) is { } known && known.Refusal.Credentials == credentials ? known.Refusal : null;
        if (TimeFor(current, right) is null)
        {
            return null;
        }

        if (await _budget.TrySpendAsync(credentials, cancellationToken).ConfigureAwait(false) is { } wait)
        {
            throw await RememberAsync(
                TokenErrors.Refused("refresh_limit", null, isTransient: true, wait), before, credentials, null, cancellationToken)
                .ConfigureAwait(false);
        }

        // Nothing is waited for between this look and the request.
        if (TimeFor(current, right) is not { } atMost || !_budget.TryUse(credentials))
        {
            return null;
        }

        try
        {
            var token = await client.RefreshAsync(current, credentials, atMost, cancellationToken).ConfigureAwait(false) with { IsFetchedHere = true };
            var held = HeldToken.Of(token, time);
            Volatile.Write(ref _rejected, null);
            await store.SetAsync(token, held.UseFor, cancellationToken).ConfigureAwait(false);
            if (before is not null)
            {
                Volatile.Write(ref _refusal, null);
                await store.RemoveAsync(before, cancellationToken).ConfigureAwait(false);
            }

            Log.TokenRefreshed(logger, token.UseUntil);
            return held;
        }
        catch (ZohoCrmException refused)
        {
            // Another data centre is asked once, not each time.
            var isNews = before is null || !TokenErrors.MayBeElsewhere(before.Code);
            var dataCenter = before?.DataCenter ?? (isNews && TokenErrors.MayBeElsewhere(refused.Code)
                ? await client.FindDataCenterAsync(current, cancellationToken).ConfigureAwait(false)
                : null);
            throw await RememberAsync(refused, before, credentials, dataCenter, cancellationToken).ConfigureAwait(false);
        }
    }

    // How long a request may take, so that it has ended while the right to refresh is ours; null when that is too short.
    private static TimeSpan? TimeFor(ZohoOptions current, TokenLock right) =>
        Smaller(current.Timeout, right.Left - Margin) is var left && left >= Smaller(current.Timeout, LeastTime) ? left : null;

    // Says it to people once, to the other processes, and to those who ask again too soon.
    private async Task<ZohoCrmException> RememberAsync(
        ZohoCrmException refused, TokenRefusal? before, string credentials, string? dataCenter, CancellationToken cancellationToken)
    {
        var code = dataCenter is not null && TokenErrors.MayBeElsewhere(refused.Code) ? TokenErrors.WrongDataCenter : refused.Code;
        var count = before?.Code == code ? before.Count + 1 : 1;
        var wait = TokenErrors.Wait(refused, count);
        var refusal = new TokenRefusal
        {
            Code = code,
            Until = time.GetUtcNow() + wait,
            Lasts = wait,
            IsTransient = refused.IsTransient,
            Status = refused.Status,
            Credentials = credentials,
            Count = count,
            DataCenter = dataCenter,
        };
        Volatile.Write(ref _refusal, HeldRefusal.Met(refusal, wait, time));
        await store.SetRefusalAsync(refusal, wait, cancellationToken).ConfigureAwait(false);
        if (count == 1)
        {
            Log.TokenRefused(logger, code, refused.Status);
        }
        else
        {
            Log.TokenRefusedAgain(logger, code, count, wait);
        }

        return TokenErrors.Refused(code, refused.Status, refused.IsTransient, wait, refused.InnerException, dataCenter);
    }

    private bool IsInForce(HeldRefusal? known, string credentials) =>
        known is not null && known.Refusal.Credentials == credentials && time.GetElapsedTime(known.Since) < known.HoldsFor;

    private void ThrowIfRefused(string credentials, HeldRefusal? known)
    {
        if (IsInForce(known, credentials))
        {
            var refusal = known!.Refusal;
            var left = known.Left - time.GetElapsedTime(known.Since);
            throw TokenErrors.Refused(refusal.Code, refusal.Status, refusal.IsTransient, left, null, refusal.DataCenter);
        }
    }

    private static TimeSpan Smaller(TimeSpan one, TimeSpan other) => one < other ? one : other;

    // A part of a hash of three secrets tells nothing about them, but tells changed ones from the same.
    private static string Fingerprint(ZohoOptions o) =>
        Digest.Of($"{ZohoHosts.Accounts(o)}\n{o.ClientId}\n{o.ClientSecret}\n{o.RefreshToken}", 16);
}
