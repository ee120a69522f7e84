using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SalesIntel.Failures;
using SalesIntel.Zoho.Transport;

namespace SalesIntel.Zoho.Metadata;

/// <summary>The fields of each module, read at first use and kept for hours: they decide whether Zoho takes a value. A help and no
/// condition: without them values are sent as they are.</summary>
internal sealed class ZohoMetadata(ZohoTransport transport, TimeProvider time, ILogger<ZohoMetadata> logger)
{
    internal static readonly TimeSpan Life = TimeSpan.FromHours(6);
    internal static readonly TimeSpan RefusedLife = TimeSpan.FromMinutes(10);
    internal static readonly TimeSpan FailedLife = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Entry> _modules = new(StringComparer.Ordinal);

    /// <summary>The fields; null when they can't be read now.</summary>
    public async Task<ZohoModuleFields?> TryGetAsync(string module, CancellationToken cancellationToken)
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
                entry.Set(read ?? entry.Fields, time.GetUtcNow() + life, failure is not null);
            }

            return entry.Fields;
        }
        finally
        {
            entry.Single.Release();
        }
    }

    /// <summary>Zoho contradicted what is kept: read it again at the next use.</summary>
    public void Expire(string module)
    {
        if (_modules.TryGetValue(module, out var entry))
        {
            entry.Expire();
        }
    }

    private async Task<(ZohoModuleFields? Fields, ProviderException? Failure)> ReadAsync(
        string module, CancellationToken cancellationToken)
    {
        var call = new ZohoCall
        {
            Method = HttpMethod.Get,
            Path = "settings/fields?module=" + Uri.EscapeDataString(module),
            Operation = $"read the fields of {module}",
            Scopes = "ZohoCRM.settings.fields.READ",
            RetryRead = false,
        };
        try
        {
            var reply = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
            if (reply.Status != 200)
            {
                return (null, ZohoErrors.Refused(call, reply, reply.Result));
            }

            var answer = reply.Body!.Value.Deserialize(ZohoJson.Default.FieldsAnswer);
            return answer?.Fields is { Length: > 0 } fields
                ? (new ZohoModuleFields(fields), null)
                : (null, ZohoErrors.Unreadable(call, reply.Status));
        }
        catch (ProviderException failure)
        {
            return (null, failure);
        }
        catch (JsonException)
        {
            return (null, ZohoErrors.Unreadable(call, 200));
        }
    }

    private sealed class Entry
    {
        private readonly Lock _lock = new();
        private DateTimeOffset _until;

        public SemaphoreSlim Single { get; } = new(1, 1);

        public ZohoModuleFields? Fields { get; private set; }

        public bool HasFailed { get; private set; }

        public bool IsFresh(DateTimeOffset now)
        {
            lock (_lock)
            {
                return now < _until;
            }
        }

        public void Expire()
        {
            lock (_lock)
            {
                _until = default;
            }
        }

        public void Set(ZohoModuleFields? fields, DateTimeOffset until, bool hasFailed)
        {
            lock (_lock)
            {
                Fields = fields;
                HasFailed = hasFailed;
                _until = until;
            }
        }
    }
}
