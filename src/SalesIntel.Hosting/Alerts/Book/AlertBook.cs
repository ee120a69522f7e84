using SalesIntel.Alerts;

namespace SalesIntel.Hosting.Alerts.Book;

/// <summary>Which troubles there are, and what people are still to be told about them: the rules of <see cref="IAlertStore"/>, wherever the
/// book is kept.</summary>
internal sealed class AlertBook
{
    /// <summary>Open troubles at most; beyond that one is forgotten and would be told anew: first one of which nothing is owed, and then the
    /// one whose window ends first.</summary>
    public const int MostPages = 200;

    /// <summary>How long whoever has taken a notice may try to send it. Longer than Slack is given for one message.</summary>
    public static readonly TimeSpan Attempt = TimeSpan.FromMinutes(4);

    /// <summary>Open troubles by fingerprint.</summary>
    public Dictionary<string, AlertPage> Pages { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Counts an alert, of which the first of its kind is to be told at once; or ends a trouble.</summary>
    /// <returns>Fingerprint of a trouble that was forgotten for want of room while something about it was still owed; else null.</returns>
    public string? Record(Alert alert, DateTimeOffset now, TimeSpan window)
    {
        if (alert.IsAllClear)
        {
            Close(alert, now);
            return null;
        }

        if (Pages.TryGetValue(alert.Fingerprint, out var page))
        {
            // It is not over after all: nobody needs to hear that it was.
            Pages[alert.Fingerprint] = page with
            {
                Group = page.Group.With(alert), Closing = null, Owed = page.Owed == NoticeKind.AllClear ? null : page.Owed,
            };
            return null;
        }

        string? forgotten = null;
        if (Pages.Count >= MostPages)
        {
            var (fingerprint, least) = Pages.MinBy(known => (known.Value.Owed is not null, known.Value.WindowEnds));
            Pages.Remove(fingerprint);
            forgotten = least.Owed is null ? null : fingerprint;
        }

        Pages[alert.Fingerprint] = new AlertPage
        {
            Group = AlertGroup.First(alert, now), WindowEnds = now + window, First = alert, Owed = NoticeKind.First, TryAt = now,
        };
        return forgotten;
    }

    /// <summary>True when <see cref="TakeOwed"/> would change anything.</summary>
    public bool IsDue(DateTimeOffset now) => Pages.Values.Any(page => page.Owed is null ? page.WindowEnds <= now : IsDue(page, now));

    /// <summary>Turns the pages whose window is over, and gives out the notice that has waited longest; null when there is none.</summary>
    public Notice? TakeOwed(DateTimeOffset now, TimeSpan window)
    {
        foreach (var (fingerprint, page) in Pages.Where(page => page.Value.Owed is null && page.Value.WindowEnds <= now).ToList())
        {
            if (page.Group.Repeated <= 0)
            {
                Pages.Remove(fingerprint);
                continue;
            }

            Pages[fingerprint] = page with { WindowEnds = now + window, Owed = NoticeKind.Digest, TryAt = now };
        }

        var due = Pages.Values.Where(page => page.Owed is not null && IsDue(page, now)).MinBy(page => page.TryAt);
        if (due is null)
        {
            return null;
        }

        due = due with { TryAt = now + Attempt };
        Pages[due.Group.Latest.Fingerprint] = due;
        return new Notice(due.Owed!.Value, due.Owed switch
        {
            NoticeKind.First => AlertGroup.First(due.First!, due.Group.Since),
            NoticeKind.AllClear => due.Group with { Latest = due.Closing! },
            _ => due.Group,
        }, due.TryAt);
    }

    /// <summary>People have been told.</summary>
    public void Told(Notice notice, DateTimeOffset now, TimeSpan window)
    {
        var fingerprint = notice.Group.Latest.Fingerprint;
        if (!Pages.TryGetValue(fingerprint, out var page) || page.TryAt != notice.TryAt)
        {
            // It took longer than its attempt: another has it now.
            return;
        }

        if (notice.Kind == NoticeKind.AllClear)
        {
            if (page.Closing is not null)
            {
                Pages.Remove(fingerprint);
                return;
            }

            // It began again while they were told that it is over.
            Pages[fingerprint] = page with
            {
                Group = page.Group.Told(notice.Group).WithoutLatest() with { Since = now },
                First = page.Group.Latest,
                Owed = NoticeKind.First,
                TryAt = now,
            };
            return;
        }

        if (page.Owed == notice.Kind)
        {
            page = page with { Owed = page.Closing is null ? null : NoticeKind.AllClear, TryAt = now };
        }

        Pages[fingerprint] = notice.Kind == NoticeKind.First
            ? page with { First = null, WindowEnds = now + window }
            : page with { Group = page.Group.Told(notice.Group) };
    }

    // The resolution is sent after the incident; repetitions are not sent any more.
    private void Close(Alert allClear, DateTimeOffset now)
    {
        if (!Pages.TryGetValue(allClear.Fingerprint, out var page) || page.Closing is not null)
        {
            return;
        }

        Pages[allClear.Fingerprint] = page.Owed == NoticeKind.First
            ? page with { Closing = allClear }
            : page with { Closing = allClear, Owed = NoticeKind.AllClear, TryAt = now };
    }

    // Much later than any attempt ends: a clock that was ahead wrote it.
    private static bool IsDue(AlertPage page, DateTimeOffset now) => page.TryAt <= now || page.TryAt > now + (2 * Attempt);
}
