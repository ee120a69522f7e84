using SalesIntel.Storage.Contract;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>The fields of modules in the state that processes share: what one has read the others need not ask Zoho for, nor this one after a restart.
/// Without that state, or while it fails, each process reads for itself.</summary>
internal sealed class SharedFields(
    IOptionsMonitor<ZohoOptions> options, TimeProvider time, ILogger<SharedFields> logger, ISharedState? shared = null)
{
    private const string Prefix = "zoho:fields:";

    /// <summary>The fields; null when nobody has read them.</summary>
    /// <param name="module">API name of the module.</param>
    /// <param name="after">What was read then or before does not count.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task<KeptFields?> FindAsync(string module, DateTimeOffset after, CancellationToken cancellationToken)
    {
        string? text = null;
        await TryAsync("get", async state => text = await state.GetAsync(KeyOf(module), cancellationToken).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);
        return text is not null && WireJson.TryParse(text, out var json) && json.As(CrmJson.Default.KeptFields) is { Fields.Count: > 0 } kept
            && kept.ReadAt > after && kept.ReadAt <= time.GetUtcNow()
                ? kept
                : null;
    }

    /// <summary>Tells the others what was read now.</summary>
    public Task SetAsync(string module, IReadOnlyList<ZohoField> fields, TimeSpan life, CancellationToken cancellationToken)
    {
        var text = JsonSerializer.Serialize(new KeptFields { ReadAt = time.GetUtcNow(), Fields = fields }, CrmJson.Default.KeptFields);
        return TryAsync("set", state => state.SetAsync(KeyOf(module), text, life, cancellationToken), cancellationToken);
    }

    // What a user may write is said to that user alone.
    internal string KeyOf(string module)
    {
        var current = options.CurrentValue;
        return $"{Prefix}{Digest.Of($"{ZohoHosts.Accounts(current)}\n{current.ClientId}\n{current.RefreshToken}", 16)}:{module}";
    }

    private async Task TryAsync(string operation, Func<ISharedState, Task> act, CancellationToken cancellationToken)
    {
        try
        {
            await (shared is null ? Task.CompletedTask : act(shared)).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.MetadataNotShared(logger, operation, failure.GetType().Name);
        }
    }
}
