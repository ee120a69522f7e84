using System.Text.Json.Serialization.Metadata;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Zoho.Client;

/// <summary>The token in the state that processes share. Without that state, or while it fails, each process goes on with what
/// it has in memory: a token too many is better than no CRM.</summary>
internal sealed class ZohoTokenStore(TimeProvider time, ILogger<ZohoTokenStore> logger, ISharedState? shared = null)
{
    internal const string TokenKey = "zoho:access_token";
    internal const string RefusalKey = "zoho:access_token:refused";
    internal const string HoldKey = "zoho:access_token:hold";
    internal const string LockName = "zoho:access_token:lock";
    internal const string RefreshName = "zoho:refresh:";

    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    public Task<AccessToken?> GetAsync(CancellationToken cancellationToken) =>
        ReadAsync(TokenKey, TokenJson.Default.AccessToken, cancellationToken);

    /// <summary>The last refusal, and whether nobody is to ask until it ends: that is over when the store says so, because clocks differ.
    /// </summary>
    public async Task<(TokenRefusal? Refusal, bool IsInForce)> GetRefusalAsync(CancellationToken cancellationToken)
    {
        var refusal = await ReadAsync(RefusalKey, TokenJson.Default.TokenRefusal, cancellationToken).ConfigureAwait(false);
        if (refusal is null)
        {
            return (null, false);
        }

        var (_, held) = await GuardAsync("get", state => state.GetAsync(HoldKey, cancellationToken), cancellationToken).ConfigureAwait(false);
        return (refusal, held == refusal.Credentials);
    }

    public Task SetAsync(AccessToken token, TimeSpan life, CancellationToken cancellationToken) =>
        GuardAsync("set", state => state.SetAsync(TokenKey, Text(token), life, cancellationToken), cancellationToken);

    /// <summary>Remembers a refusal longer than it lasts, so that whoever is refused next knows how often it was.</summary>
    public Task SetRefusalAsync(TokenRefusal refusal, TimeSpan lasts, CancellationToken cancellationToken) =>
        GuardAsync("set", async state =>
        {
            await state.SetAsync(HoldKey, refusal.Credentials, lasts, cancellationToken).ConfigureAwait(false);
            await state.SetAsync(RefusalKey, Text(refusal), lasts + Memory, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);

    public Task RemoveAsync(TokenRefusal refusal, CancellationToken cancellationToken) =>
        GuardAsync("remove", state => state.RemoveAsync(RefusalKey, Text(refusal), cancellationToken), cancellationToken);

    /// <summary>Spends one of the refreshes that all processes have together; false when it is spent already. Without shared state, or
    /// while it fails, only this process counts.</summary>
    public async Task<bool> TrySpendAsync(string name, TimeSpan window, CancellationToken cancellationToken)
    {
        // Never given back: it comes back with time.
        var (answered, taken) = await GuardAsync(
            "spend", state => state.TryLockAsync($"{RefreshName}{name}", window, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        return !answered || taken is not null;
    }

    public Task RemoveAsync(AccessToken token, CancellationToken cancellationToken) =>
        GuardAsync("remove", state => state.RemoveAsync(TokenKey, Text(token), cancellationToken), cancellationToken);

    /// <summary>Null when another process refreshes.</summary>
    public async Task<TokenLock?> TryLockAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        var (asked, askedAt) = (time.GetTimestamp(), time.GetUtcNow());
        var (answered, taken) = await GuardAsync(
            "lock", state => state.TryLockAsync(LockName, atMost, cancellationToken), cancellationToken).ConfigureAwait(false);
        return answered && taken is null ? null : new TokenLock(taken, atMost, asked, askedAt, time, logger);
    }

    private async Task<T?> ReadAsync<T>(string key, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var (_, text) = await GuardAsync(
            "get", state => state.GetAsync(key, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (text is null)
        {
            return null;
        }

        if (WireJson.TryParse(text, out var kept) && kept.As(type) is { } value)
        {
            return value;
        }

        // Left by another program under the same name; the next refresh replaces it.
        Log.SharedTokenUnreadable(logger, key);
        return null;
    }

    // What is removed must be what was written, character by character: one function makes both.
    private static string Text(AccessToken token) => JsonSerializer.Serialize(token, TokenJson.Default.AccessToken);

    private static string Text(TokenRefusal refusal) => JsonSerializer.Serialize(refusal, TokenJson.Default.TokenRefusal);

    private Task GuardAsync(string operation, Func<ISharedState, Task> call, CancellationToken cancellationToken) => GuardAsync(
        operation,
        async state =>
        {
            await call(state).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    private async Task<(bool Answered, T? Value)> GuardAsync<T>(
        string operation, Func<ISharedState, Task<T>> call, CancellationToken cancellationToken)
    {
        if (shared is null)
        {
            return (false, default);
        }

        try
        {
            return (true, await call(shared).ConfigureAwait(false));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.SharedStateFailed(logger, operation, failure.GetType().Name);
            return (false, default);
        }
    }
}
