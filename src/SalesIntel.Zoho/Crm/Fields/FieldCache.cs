using System.Collections.Concurrent;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>The fields of each module, read at first use and kept for hours, for all processes: they decide whether Zoho takes a value. A help and no
/// condition: without them values are sent as they are.</summary>
internal sealed class FieldCache(ZohoCrmClient client, SharedFields shared, TimeProvider time, ILogger<FieldCache> logger)
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
                if (await shared.FindAsync(module, entry.OnlyAfter(time.GetUtcNow()), cancellationToken).ConfigureAwait(false) is { } kept)
                {
                    entry.Set(new ModuleFields(kept.Fields), kept.ReadAt, Life, hasFailed: false);
                    return entry.Fields;
                }

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
            entry.Expire(time.GetUtcNow());
        }
    }

    private async Task<(ModuleFields? Fields, ZohoCrmException? Failure)> ReadAsync(string module, CancellationToken cancellationToken)
    {
        try
        {
            var fields = await client.TryGetFieldsAsync(module, cancellationToken).ConfigureAwait(false);
            await shared.SetAsync(module, fields, Life, cancellationToken).ConfigureAwait(false);
            return (new ModuleFields(fields), null);
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
        private DateTimeOffset _contradictedAt;

        public SemaphoreSlim Single { get; } = new(1, 1);

        public ModuleFields? Fields { get; private set; }

        public bool HasFailed { get; private set; }

        public bool IsFresh(DateTimeOffset now)
        {
            lock (_lock)
            {
                // A clock that was set back must not make them last longer.
                return now < _until && now >= _readAt;
            }
        }

        public void Expire(DateTimeOffset now)
        {
            lock (_lock)
            {
                if (_readAt <= now - LeastAge || _readAt > now)
                {
                    (_until, _contradictedAt) = (default, now);
                }
            }
        }

        // What another process has read counts unless it is as old as what was contradicted.
        public DateTimeOffset OnlyAfter(DateTimeOffset now)
        {
            lock (_lock)
            {
                return _contradictedAt == default ? now - Life + LeastAge : _contradictedAt - LeastAge;
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
                _contradictedAt = default;
            }
        }
    }
}
