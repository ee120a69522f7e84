using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>The fields of each module, read at first use and kept for hours: they decide whether Zoho takes a value. A help and no
/// condition: without them values are sent as they are.</summary>
internal sealed class FieldCache(ZohoCrmClient client, TimeProvider time, ILogger<FieldCache> logger)
{
    internal static readonly TimeSpan Life = TimeSpan.FromHours(6);
    internal static readonly TimeSpan RefusedLife = TimeSpan.FromMinutes(10);
    internal static readonly TimeSpan FailedLife = TimeSpan.FromMinutes(1);
    internal static readonly TimeSpan LeastAge = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Entry> _modules = new(StringComparer.Ordinal);

    /// <summary>The fields; null when they can't be read now.</summary>
    public async Task<ModuleFields?> TryGetAsync(string module, CancellationToken cancellationToken)
    {
        var entry = _modules.GetOrAdd(module, _ => new Entry());
        if (entry.IsFresh(time.GetUtcNow()))
        {
            return entry.Fields;
        }

        await entry.Single.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!entry.IsFresh(time.GetUtcNow()))
            {
                var (read, failure) = await ReadAsync(module, cancellationToken).ConfigureAwait(false);
                if (failure is not null && !entry.HasFailed)
                {
                    Log.MetadataUnreadable(logger, module, failure.Code);
                }

                // What was known before is better than nothing while Zoho fails to answer.
                var life = failure is null ? Life : failure.IsTransient ? FailedLife : RefusedLife;
                entry.Set(read ?? entry.Fields, time.GetUtcNow(), life, failure is not null);
            }

            return entry.Fields;
        }
        finally
        {
            entry.Single.Release();
        }
    }

    /// <summary>Zoho contradicted what is kept: read it again at the next use, unless that was done a moment ago. A value that Zoho refuses
    /// whatever its fields say must not double the calls.</summary>
    public void Expire(string module)
    {
        if (_modules.TryGetValue(module, out var entry))
        {
            entry.Expire(time.GetUtcNow() - LeastAge);
        }
    }

    private async Task<(ModuleFields? Fields, ZohoCrmException? Failure)> ReadAsync(string module, CancellationToken cancellationToken)
    {
        try
        {
            return (new ModuleFields(await client.TryGetFieldsAsync(module, cancellationToken).ConfigureAwait(false)), null);
        }
        catch (ZohoCrmException failure)
        {
            return (null, failure);
        }
    }

    private sealed class Entry
    {
        private readonly Lock _lock = new();
        private DateTimeOffset _readAt;
        private DateTimeOffset _until;

        public SemaphoreSlim Single { get; } = new(1, 1);

        public ModuleFields? Fields { get; private set; }

        public bool HasFailed { get; private set; }

        public bool IsFresh(DateTimeOffset now)
        {
            lock (_lock)
            {
                return now < _until;
            }
        }

        public void Expire(DateTimeOffset unlessReadSince)
        {
            lock (_lock)
            {
                _until = _readAt > unlessReadSince ? _until : default;
            }
        }

        public void Set(ModuleFields? fields, DateTimeOffset now, TimeSpan life, bool hasFailed)
        {
            lock (_lock)
            {
                Fields = fields;
                HasFailed = hasFailed;
                _readAt = now;
                _until = now + life;
            }
        }
    }
}
