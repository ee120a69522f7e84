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

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly RefreshBudget _budget = new(store, time);
    private TaskCompletionSource<AccessToken>? _fetching;
    private string? _fetchingFor;
    private AccessToken? _token;
    private TokenRefusal? _refusal;
    private string? _rejected;

    public void Dispose() => _ended.Cancel();

    /// <summary>A token that may be used now.</summary>
    /// <exception cref="ZohoCrmException">Zoho handed out none.</exception>
    public async Task<AccessToken> GetAsync(CancellationToken cancellationToken)
    {
        var current = options.CurrentValue;
        var credentials = Fingerprint(current);
        var held = InMemory(credentials);
        if (held is not null && (time.GetUtcNow() < held.RefreshFrom || Refusal(credentials, Volatile.Read(ref _refusal)) is not null))
        {
            return held;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var fetching = Fetch(current, credentials, isEarly: held is not null);
        if (held is not null)
        {
            return held;
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
    }

    /// <summary>The API refused this token: forget it, unless somebody has replaced it already.</summary>
    public async Task RejectAsync(AccessToken token, string code, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _rejected, token.Token);
        var held = Volatile.Read(ref _token);
        if (held?.Token == token.Token && Interlocked.CompareExchange(ref _token, null, held) == held)
        {
            Log.TokenRejected(logger, code);
        }

        await store.RemoveAsync(token, cancellationToken).ConfigureAwait(false);
    }

    private AccessToken? InMemory(string credentials) =>
        Volatile.Read(ref _token) is { } token && IsUsable(token, credentials) ? token : null;

    private bool IsUsable(AccessToken token, string credentials) =>
        token.UseUntil > time.GetUtcNow() && token.Credentials == credentials && token.Token != Volatile.Read(ref _rejected);

    // One at a time for all callers of this process. It belongs to none of them: who is cancelled ends its own wait.
    private Task<AccessToken> Fetch(ZohoOptions current, string credentials, bool isEarly)
    {
        TaskCompletionSource<AccessToken> begun;
        lock (_gate)
        {
            if (_fetching is not null && _fetchingFor == credentials)
            {
                return _fetching.Task;
            }

            _fetchingFor = credentials;
            _fetching = begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        _ = RunAsync(begun, current, credentials, isEarly);
        return begun.Task;
    }

    private async Task RunAsync(TaskCompletionSource<AccessToken> begun, ZohoOptions current, string credentials, bool isEarly)
    {
        try
        {
            var token = await FetchAsync(current, credentials, isEarly, _ended.Token).ConfigureAwait(false);
            Volatile.Write(ref _token, token);
            End(begun);
            begun.SetResult(token);
        }
        catch (Exception failure)
        {
            End(begun);
            begun.SetException(failure);

            // Whoever has an older token waits for nothing here.
            _ = begun.Task.Exception;
        }
    }

    private void End(TaskCompletionSource<AccessToken> begun)
    {
        lock (_gate)
        {
            if (_fetching == begun)
            {
                _fetching = null;
            }
        }
    }

    private async Task<AccessToken> FetchAsync(ZohoOptions current, string credentials, bool isEarly, CancellationToken cancellationToken)
    {
        ThrowIfRefused(credentials, Volatile.Read(ref _refusal));
        if (await FromStoreAsync(credentials, isEarly, cancellationToken).ConfigureAwait(false) is { } shared)
        {
            return shared;
        }

        // The lock outlives the calls it protects; whoever waits outlives the lock of a process that died with it.
        var lockLife = (2 * current.Timeout) + TimeSpan.FromSeconds(10);
        var giveUp = time.GetUtcNow() + lockLife + TimeSpan.FromSeconds(5);
        while (true)
        {
            var taken = await store.TryLockAsync(lockLife, cancellationToken).ConfigureAwait(false);
            if (taken is not null)
            {
                await using var _ = taken.ConfigureAwait(false);
                return await FromStoreAsync(credentials, isEarly, cancellationToken).ConfigureAwait(false)
                    ?? await RefreshAsync(current, credentials, cancellationToken).ConfigureAwait(false);
            }

            if (time.GetUtcNow() >= giveUp)
            {
                throw new ZohoCrmException(
                    "token_wait", "Another process has been fetching a Zoho access token for too long.", "It is tried again.")
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
    private async Task<AccessToken?> FromStoreAsync(string credentials, bool isEarly, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(cancellationToken).ConfigureAwait(false) is { } token && IsUsable(token, credentials)
            && (!isEarly || time.GetUtcNow() < token.RefreshFrom))
        {
            // Somebody was handed out one since.
            Volatile.Write(ref _refusal, time.GetUtcNow() < token.RefreshFrom ? null : Volatile.Read(ref _refusal));
            return token;
        }

        var refusal = await store.GetRefusalAsync(cancellationToken).ConfigureAwait(false);
        if (refusal?.Credentials == credentials)
        {
            Volatile.Write(ref _refusal, refusal);
            ThrowIfRefused(credentials, refusal);
        }

        return null;
    }

    private async Task<AccessToken> RefreshAsync(ZohoOptions current, string credentials, CancellationToken cancellationToken)
    {
        var before = Volatile.Read(ref _refusal) is { } known && known.Credentials == credentials ? known : null;
        if (await _budget.TrySpendAsync(credentials, cancellationToken).ConfigureAwait(false) is { } wait)
        {
            throw await RememberAsync(
                TokenErrors.Refused("refresh_limit", null, isTransient: true, wait), before, credentials, null, cancellationToken)
                .ConfigureAwait(false);
        }

        try
        {
            var token = await client.RefreshAsync(current, credentials, cancellationToken).ConfigureAwait(false) with { IsFetchedHere = true };
            Volatile.Write(ref _rejected, null);
            await store.SetAsync(token, token.UseUntil - time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            if (before is not null)
            {
                Volatile.Write(ref _refusal, null);
                await store.RemoveAsync(before, cancellationToken).ConfigureAwait(false);
            }

            Log.TokenRefreshed(logger, token.UseUntil);
            return token;
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
            IsTransient = refused.IsTransient,
            Status = refused.Status,
            Credentials = credentials,
            Count = count,
            DataCenter = dataCenter,
        };
        Volatile.Write(ref _refusal, refusal);
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

    private TokenRefusal? Refusal(string credentials, TokenRefusal? refusal) =>
        refusal is not null && refusal.Credentials == credentials && refusal.Until > time.GetUtcNow() ? refusal : null;

    private void ThrowIfRefused(string credentials, TokenRefusal? known)
    {
        if (Refusal(credentials, known) is { } refusal)
        {
            throw TokenErrors.Refused(
                refusal.Code, refusal.Status, refusal.IsTransient, refusal.Until - time.GetUtcNow(), null, refusal.DataCenter);
        }
    }

    // A part of a hash of three secrets tells nothing about them, but tells changed ones from the same.
    private static string Fingerprint(ZohoOptions o) =>
        Digest.Of($"{ZohoHosts.Accounts(o)}\n{o.ClientId}\n{o.ClientSecret}\n{o.RefreshToken}", 16);
}
