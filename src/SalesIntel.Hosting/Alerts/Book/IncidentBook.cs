using SalesIntel.Alerts;

namespace SalesIntel.Hosting.Alerts.Book;

/// <summary>The open incidents and their pending notices: the rules of <see cref="IAlertStore"/>, wherever the book is stored.</summary>
internal sealed class IncidentBook
{
    /// <summary>Upper bound on open incidents. When the book is full, the one with nothing pending whose window ends first is
    /// evicted, or, if all have something pending, the one whose window ends first.</summary>
    public const int MostIncidents = 200;

    /// <summary>How long an attempt to send a notice may take. Longer than the time-out of a message to Slack.</summary>
    public static readonly TimeSpan Attempt = TimeSpan.FromMinutes(4);

    /// <summary>Open incidents by fingerprint. The stored name is that of earlier versions.</summary>
    [JsonPropertyName("pages")]
    public Dictionary<string, Incident> Incidents { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Counts an alert, or ends an incident. The first alert of a kind is sent at once.</summary>
    /// <returns>The fingerprint of an incident that was evicted with a notice pending; otherwise null.</returns>
    public string? Record(Alert alert, DateTimeOffset now, TimeSpan window)
    {
        if (alert.IsAllClear)
        {
            Close(alert, now);
            return null;
        }

        if (Incidents.TryGetValue(alert.Fingerprint, out var incident))
        {
            // The incident goes on, so its all-clear is not sent.
            Incidents[alert.Fingerprint] = incident with
            {
                Group = incident.Group.With(alert), Closing = null, Pending = incident.Pending == NoticeKind.AllClear ? null : incident.Pending,
            };
            return null;
        }

        string? evicted = null;
        if (Incidents.Count >= MostIncidents)
        {
            var (fingerprint, least) = Incidents.MinBy(known => (known.Value.Pending is not null, known.Value.WindowEnds));
            Incidents.Remove(fingerprint);
            evicted = least.Pending is null ? null : fingerprint;
        }

        Incidents[alert.Fingerprint] = new Incident
        {
            Group = AlertGroup.First(alert, now), WindowEnds = now + window, First = alert, Pending = NoticeKind.First, TryAt = now,
        };
        return evicted;
    }

    /// <summary>True when <see cref="TakePending"/> would change anything.</summary>
    public bool IsDue(DateTimeOffset now) => Incidents.Values.Any(incident => incident.Pending is null ? incident.WindowEnds <= now : IsDue(incident, now));

    /// <summary>Makes a digest pending for each incident whose window is over, and returns the notice that has waited longest; null when there is
    /// none.</summary>
    public Notice? TakePending(DateTimeOffset now, TimeSpan window)
    {
        foreach (var (fingerprint, incident) in Incidents.Where(incident => incident.Value.Pending is null && incident.Value.WindowEnds <= now).ToList())
        {
            if (incident.Group.Repeated <= 0)
            {
                Incidents.Remove(fingerprint);
                continue;
            }

            Incidents[fingerprint] = incident with { WindowEnds = now + window, Pending = NoticeKind.Digest, TryAt = now };
        }

        var due = Incidents.Values.Where(incident => incident.Pending is not null && IsDue(incident, now)).MinBy(incident => incident.TryAt);
        if (due is null)
        {
            return null;
        }

        due = due with { TryAt = now + Attempt };
        Incidents[due.Group.Latest.Fingerprint] = due;
        return new Notice(due.Pending!.Value, due.Pending switch
        {
            NoticeKind.First => AlertGroup.First(due.First!, due.Group.Since),
            NoticeKind.AllClear => due.Group with { Latest = due.Closing! },
            _ => due.Group,
        }, due.TryAt);
    }

    public void MarkSent(Notice notice, DateTimeOffset now, TimeSpan window)
    {
        var fingerprint = notice.Group.Latest.Fingerprint;
        if (!Incidents.TryGetValue(fingerprint, out var incident) || incident.TryAt != notice.TryAt)
        {
            // The attempt took too long, and another process has the notice now.
            return;
        }

        if (notice.Kind == NoticeKind.AllClear)
        {
            if (incident.Closing is not null)
            {
                Incidents.Remove(fingerprint);
                return;
            }

            // It began again while the all-clear was being sent.
            Incidents[fingerprint] = incident with
            {
                Group = incident.Group.WithoutSent(notice.Group).WithoutLatest() with { Since = now },
                First = incident.Group.Latest,
                Pending = NoticeKind.First,
                TryAt = now,
            };
            return;
        }

        if (incident.Pending == notice.Kind)
        {
            incident = incident with { Pending = incident.Closing is null ? null : NoticeKind.AllClear, TryAt = now };
        }

        Incidents[fingerprint] = notice.Kind == NoticeKind.First
            ? incident with { First = null, WindowEnds = now + window }
            : incident with { Group = incident.Group.WithoutSent(notice.Group) };
    }

    // The all-clear is sent after the first notice; repetitions are no longer sent.
    private void Close(Alert allClear, DateTimeOffset now)
    {
        if (!Incidents.TryGetValue(allClear.Fingerprint, out var incident) || incident.Closing is not null)
        {
            return;
        }

        Incidents[allClear.Fingerprint] = incident.Pending == NoticeKind.First
            ? incident with { Closing = allClear }
            : incident with { Closing = allClear, Pending = NoticeKind.AllClear, TryAt = now };
    }

    // A moment much later than the end of any attempt was written by a clock that was ahead.
    private static bool IsDue(Incident incident, DateTimeOffset now) => incident.TryAt <= now || incident.TryAt > now + (2 * Attempt);
}
