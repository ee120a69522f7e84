using SalesIntel.Failures;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Engine;

/// <summary>Finds the reports of a meeting, and who took part by them.</summary>
internal sealed class MeetingReports(IEventStore store, LeadReader reader)
{
    /// <summary>Upper bound on the meetings of an hour that are looked at.</summary>
    public const int MostMeetings = 50;

    /// <summary>The other reports of a report's meeting. The first one stands under the meeting's key, the others are found by the hour.
    /// </summary>
    public async Task<IReadOnlyList<(WebhookEvent Report, LeadRoute.Candidates Candidates)>> OthersAsync(
        WebhookEvent report, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var first = await store.FindEventIdAsync(report.IdempotencyKey, cancellationToken).ConfigureAwait(false);
        var ofHour = at is { } start
            ? await store.FindAwaitingAsync(start, start, MostMeetings, cancellationToken).ConfigureAwait(false)
            : [];
        List<(WebhookEvent Report, LeadRoute.Candidates Candidates)> others = [];
        foreach (var id in ofHour.Append(first).OfType<string>().Distinct().Where(id => id != report.EventId))
        {
            if (await store.GetAsync(id, cancellationToken).ConfigureAwait(false) is { } other
                && other.IdempotencyKey == report.IdempotencyKey && Read(other) is { } candidates)
            {
                others.Add((other, candidates));
            }
        }

        return others;
    }

    /// <summary>Who took part by a report; null when that can't be read, which its own run says.</summary>
    public LeadRoute.Candidates? Read(WebhookEvent report)
    {
        try
        {
            return reader.Read(report).Route as LeadRoute.Candidates;
        }
        catch (PermanentFailureException)
        {
            return null;
        }
    }
}
