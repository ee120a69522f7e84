using SalesIntel.Alerts;

namespace SalesIntel.Hosting.Alerts.Book;

/// <summary>Alerts about the same trouble.</summary>
/// <param name="Latest">The latest of them.</param>
/// <param name="Since">When the first was raised, UTC.</param>
/// <param name="Repeated">How many since the last notice was sent.</param>
/// <param name="Total">How many in all.</param>
/// <param name="EventIds">The events concerned since then, at most <see cref="MostEventIds"/>.</param>
internal sealed record AlertGroup(Alert Latest, DateTimeOffset Since, long Repeated, long Total, IReadOnlyList<string> EventIds)
{
    public const int MostEventIds = 5;

    /// <summary>The first of its kind.</summary>
    public static AlertGroup First(Alert alert, DateTimeOffset now) => new(alert, now, 0, 1, EventIdsOf(alert));

    /// <summary>One more.</summary>
    public AlertGroup With(Alert alert) => new(alert, Since, Repeated + 1, Total + 1,
        Repeated == 0 ? EventIdsOf(alert) : [.. EventIds.Union(EventIdsOf(alert)).Take(MostEventIds)]);

    /// <summary>Subtracts what a notice that was sent had counted.</summary>
    public AlertGroup WithoutSent(AlertGroup then) => this with { Repeated = Repeated - then.Repeated, EventIds = [.. EventIds.Except(then.EventIds)] };

    /// <summary>Subtracts the latest alert, which is sent by itself.</summary>
    public AlertGroup WithoutLatest() => this with { Repeated = Math.Max(0, Repeated - 1), EventIds = [.. EventIds.Except(EventIdsOf(Latest))] };

    private static string[] EventIdsOf(Alert alert) => alert.EventId.Length == 0 ? [] : [alert.EventId];
}
