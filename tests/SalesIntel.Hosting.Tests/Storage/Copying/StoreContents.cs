using System.Globalization;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage.Copying;

/// <summary>All that a store says about what <see cref="CopySamples"/> has put into it, as a service sees it.</summary>
internal static class StoreContents
{
    public static async Task<IReadOnlyList<string>> OfAsync<TStore>(TStore store)
        where TStore : IEventStore, IDeadLetterAlerts, ICircuitStore, ISharedState
    {
        List<string> all = [];
        await foreach (var stored in store.ListAsync(new EventFilter { Limit = 10_000 }, default))
        {
            all.Add(Text(stored));
            var key = stored.IdempotencyKey;
            all.Add($"key {key} {await store.FindEventIdAsync(key, default)} {await store.FindEventIdAsync($"{key}:{stored.Revision}", default)}");
        }

        foreach (var email in CopySamples.Emails)
        {
            var lead = await store.GetLeadAsync(LeadKey.FromEmail(email), default);
            all.Add($"lead {email} {lead.Email} {lead.CrmId} {lead.Written} {lead.OtherForms} "
                + string.Join(' ', lead.Facts.Select(StoreJson.WriteFact)) + string.Join(' ', lead.References.OrderBy(one => one.Key, StringComparer.Ordinal)));
        }

        all.Add($"meeting {await store.GetMeetingLeadAsync("m-1", default)} {await store.GetMeetingLeadAsync("m-2", default)}");
        all.Add("booked " + string.Join(' ', await store.FindBookedLeadsAsync(CopySamples.Noon, CopySamples.Noon.AddHours(3), 99, default)));
        all.Add("awaiting " + string.Join(' ', await store.FindAwaitingAsync(CopySamples.Noon, CopySamples.Noon.AddHours(3), 99, default)));
        var pending = await store.ListPendingAlertsAsync(DateTimeOffset.UtcNow.AddMinutes(1), 99, default);
        all.Add("pending " + string.Join(' ', pending.Select(stored => stored.EventId)));
        var circuit = await ((ICircuitStore)store).GetAsync("zoho", default);
        all.Add($"circuit {circuit?.Reason} {Rough(circuit?.Since)} {Rough(circuit?.Until)}");
        all.Add($"values {await ((ISharedState)store).GetAsync("zoho:access_token", default)} {await ((ISharedState)store).GetAsync("alerts", default)}");
        var status = await store.GetStatusAsync(default);
        all.Add($"lanes {status.LanesWaiting} dead {status.DeadLetters}");
        return all;
    }

    private static string Text(WebhookEvent stored) => string.Join(
        '|',
        stored.EventId, stored.Source, stored.EventType, stored.ExternalId, stored.IdempotencyKey, stored.Revision, stored.Status, stored.Stage,
        stored.Lane, stored.Lead, stored.Attempts, stored.LastError, stored.ErrorClass, stored.DryRun, stored.Verified,
        stored.CreatedAt.ToString("O", CultureInfo.InvariantCulture), stored.UpdatedAt.ToString("O", CultureInfo.InvariantCulture),
        Convert.ToHexString(stored.Payload.Span[..Math.Min(40, stored.Payload.Length)]), stored.Payload.Length,
        string.Join(',', stored.Ledger.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={StoreJson.WriteEntry(entry.Value)}")));

    // A store keeps times by its own clock, which is read to the millisecond and over a network.
    private static string Rough(DateTimeOffset? at) => at is { } time ? $"{(time.ToUnixTimeMilliseconds() + 2_500) / 5_000}" : "none";
}
