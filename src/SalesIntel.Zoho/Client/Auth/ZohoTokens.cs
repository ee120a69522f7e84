using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesIntel.Text;

namespace SalesIntel.Zoho.Client;

/// <summary>One access token for everybody: Zoho ends the oldest of 16 live ones and hands out 10 in 10 minutes, so each
/// process fetching for itself would lock the others out.</summary>
internal sealed class ZohoTokens(
    ZohoTokenClient client,
    ZohoTokenStore store,
    IOptionsMonitor<ZohoOptions> options,
    TimeProvider time,
    ILogger<ZohoTokens> logger) : IDisposable
{
    /// <summary>Below Zoho's 10 in 10 minutes, to leave room for a restart.</summary>
    internal const int MaxRefreshes = 8;

    private static readonly TimeSpan RefreshWindow = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim _single = new(1, 1);
    private readonly Queue<DateTimeOffset> _refreshes = new();
    private AccessToken? _token;
    private TokenRefusal? _refusal;
    private string? _rejected;

    public void Dispose() => _single.Dispose();

    /// <summary>A token that may be used now.</summary>
    /// <exception cref="ZohoCrmException">Zoho handed out none.</exception>
    public async Task<AccessToken> GetAsync(CancellationToken cancellationToken)
    {
        var current = options.CurrentValue;
        var credentials = Fingerprint(current);
        if (InMemory(credentials) is { } ready)
        {
            return ready;
        }

        await _single.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (InMemory(credentials) is { } fetchedMeanwhile)
            {
                return fetchedMeanwhile;
            }

            ThrowIfRefused(_refusal, credentials);
            var token = await FromStoreAsync(credentials, cancellationToken).ConfigureAwait(false)
                ?? await RefreshAloneAsync(current, credentials, cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _token, token);
            return token;
        }
        finally
        {
            _single.Release();
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

    private async Task<AccessToken?> FromStoreAsync(string credentials, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(cancellationToken).ConfigureAwait(false) is { } token && IsUsable(token, credentials))
        {
            return token;
        }

        ThrowIfRefused(await store.GetRefusalAsync(cancellationToken).ConfigureAwait(false), credentials);
        return null;
    }

    private async Task<AccessToken> RefreshAloneAsync(
        ZohoOptions current, string credentials, CancellationToken cancellationToken)
    {
        // The lock outlives the call it protects; whoever waits outlives the lock of a process that died with it.
        var lockLife = current.Timeout + TimeSpan.FromSeconds(10);
        var giveUp = time.GetUtcNow() + lockLife + TimeSpan.FromSeconds(5);
        while (true)
        {
            var taken = await store.TryLockAsync(lockLife, cancellationToken).ConfigureAwait(false);
            if (taken is not null)
            {
                await using var _ = taken.ConfigureAwait(false);
                return await FromStoreAsync(credentials, cancellationToken).ConfigureAwait(false)
                    ?? await RefreshAsync(current, credentials, cancellationToken).ConfigureAwait(false);
            }

            if (time.GetUtcNow() >= giveUp)
            {
                throw new ZohoCrmException(
                    "token_wait", "Another process has been fetching a Zoho access token for too long.", "It is tried again.")
                 { IsTransient = true, IsOutage = true, RetryAfter = TimeSpan.FromSeconds(15) };
            }

            await Task.Delay(PollInterval, time, cancellationToken).ConfigureAwait(false);
            if (await FromStoreAsync(credentials, cancellationToken).ConfigureAwait(false) is { } token)
            {
                return token;
            }
        }
    }

    private async Task<AccessToken> RefreshAsync(
        ZohoOptions current, string credentials, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        while (_refreshes.TryPeek(out var oldest) && now - oldest >= RefreshWindow)
        {
            _refreshes.Dequeue();
        }

        if (_refreshes.Count >= MaxRefreshes)
        {
            throw new ZohoCrmException("refresh_limit", $"{MaxRefreshes} Zoho access tokens were fetched in 10 minutes "
                + "and each was refused.", "Check that no other program uses the same refresh token.")
            {
                IsTransient = true,
                IsOutage = true,
                RetryAfter = _refreshes.Peek() + RefreshWindow - now,
            };
        }

        _refreshes.Enqueue(now);
        try
        {
            var token = await client.RefreshAsync(current, credentials, cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _rejected, null);
            await store.SetAsync(token, token.UseUntil - now, cancellationToken).ConfigureAwait(false);
            Log.TokenRefreshed(logger, token.UseUntil);
            return token;
        }
        catch (ZohoCrmException refused)
        {
            var wait = refused.RetryAfter ?? TimeSpan.FromMinutes(1);
            _refusal = new TokenRefusal
            {
                Code = refused.Code,
                Until = time.GetUtcNow() + wait,
                IsTransient = refused.IsTransient,
                Status = refused.Status,
                Credentials = credentials,
            };
            await store.SetRefusalAsync(_refusal, wait, cancellationToken).ConfigureAwait(false);
            Log.TokenRefused(logger, refused.Code, refused.Status);
            throw;
        }
    }

    private void ThrowIfRefused(TokenRefusal? refusal, string credentials)
    {
        if (refusal is not null && refusal.Credentials == credentials && refusal.Until - time.GetUtcNow() is var wait
            && wait > TimeSpan.Zero)
        {
            throw TokenErrors.Refused(refusal.Code, refusal.Status, refusal.IsTransient, wait);
        }
    }

    // A part of a hash of three secrets tells nothing about them, but tells changed ones from the same.
    private static string Fingerprint(ZohoOptions o) =>
        Digest.Of($"{ZohoHosts.Accounts(o)}\n{o.ClientId}\n{o.ClientSecret}\n{o.RefreshToken}", 16);
}
