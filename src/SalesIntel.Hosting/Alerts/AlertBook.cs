using SalesIntel.Alerts;

namespace SalesIntel.Hosting.Alerts;

/// <summary>Which troubles people have been told about: the rules of <see cref="IAlertStore"/>, wherever the book is kept.</summary>
internal sealed class AlertBook
{
    /// <summary>Open troubles at most; beyond that the one whose window ends first is forgotten, and would be told anew.</summary>
    public const int MostPages = 200;

    /// <summary>Open troubles by fingerprint.</summary>
    public Dictionary<string, AlertPage> Pages { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Counts an alert; true when it is the first of its kind.</summary>
    public bool Record(Alert alert, DateTimeOffset now, TimeSpan window)
    {
        if (Pages.TryGetValue(alert.Fingerprint, out var page))
        {
            Pages[alert.Fingerprint] = page with { Group = page.Group.With(alert) };
            return false;
        }

        if (Pages.Count >= MostPages)
        {
            Pages.Remove(Pages.MinBy(known => known.Value.WindowEnds).Key);
        }

        Pages[alert.Fingerprint] = new AlertPage(AlertGroup.First(alert, now), now + window);
        return true;
    }

    /// <summary>Ends a trouble; null when it was not open.</summary>
    public AlertGroup? Close(string fingerprint) => Pages.Remove(fingerprint, out var page) ? page.Group : null;

    /// <summary>Turns the pages whose window is over: repeated troubles are to be told, the others are closed.</summary>
    public IReadOnlyList<AlertGroup> TakeDigests(DateTimeOffset now, TimeSpan window)
    {
        List<AlertGroup> digests = [];
        foreach (var (fingerprint, page) in Pages.Where(page => page.Value.WindowEnds <= now).ToList())
        {
            if (page.Group.Repeated == 0)
            {
                Pages.Remove(fingerprint);
                continue;
            }

            digests.Add(page.Group);
            Pages[fingerprint] = new AlertPage(page.Group.Told(), now + window);
        }

        return digests;
    }
}
