using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Engine;

/// <summary>Finds the booking whose demo a meeting is: among those that start within an hour of it. People without an address are unknown,
/// not absent, so it looks at invitees, guests, hosts and names.</summary>
internal sealed class BookingMatcher(IEventStore store, LeadReader reader)
{
    /// <summary>How far a meeting's start may be from its booking's.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Leads with bookings of that hour that are looked at; more are left out, and the event's ledger says so.</summary>
    public const int MostLeads = 50;

    /// <summary>Matches a meeting with the bookings of its hour. The answer depends on what is known, not on the order in which it became
    /// known.</summary>
    public async Task<BookingMatch> MatchAsync(
        LeadRoute.Candidates candidates, TeamOptions team, CancellationToken cancellationToken)
    {
        if (candidates.At is not { } at)
        {
            return BookingMatch.None(new SortedPeople(candidates, team));
        }

        var (from, to) = Around(at);
        var leads = await store.FindBookedLeadsAsync(from, to, MostLeads + 1, cancellationToken).ConfigureAwait(false);
        var records = await Task.WhenAll(leads.Take(MostLeads).Select(lead => reader.GetLeadAsync(lead, cancellationToken)))
            .ConfigureAwait(false);
        var ofHour = records
            .SelectMany(record => BookingState.NewestOf(record.Facts).Values
                .Where(state => state.Booking.Start is { } start && (start - at).Duration() <= Window)
                .Select(state => (Record: record, State: state)))
            .ToList();
        var people = new SortedPeople(candidates, team, HostsOf([.. ofHour.Select(booking => booking.State.Booking)]));
        var meeting = new MeetingPeople(candidates, people);
        var all = ofHour.Select(booking => (booking.Record, booking.State, Match: meeting.Match(booking.State.Booking))).ToList();

        // Who gives a booking up leaves its host free for others: only the people themselves say that they came all the same.
        var bookings = all.Where(booking => booking.State.Stands || booking.Match.Kind >= MatchKind.PartOfName).ToList();

        // Without hosts, two people's bookings of one hour may be two reps' demos: nobody can tell which of them this is.
        var ofHourAlone = bookings.Where(booking => booking.Match.Kind == MatchKind.Hour).Select(booking => booking.Record.Key).ToHashSet();
        var best = bookings
            .Where(booking => booking.Match.Kind > MatchKind.Hour || (booking.Match.Kind == MatchKind.Hour && ofHourAlone.Count == 1))
            .GroupBy(booking => (booking.Match.Kind, booking.Match.HasHost, booking.State.Stands,
                Distance: (booking.State.Booking.Start!.Value - at).Duration()))
            .OrderByDescending(group => group.Key.Kind)
            .ThenByDescending(group => group.Key.HasHost)
            .ThenByDescending(group => group.Key.Stands)
            .ThenBy(group => group.Key.Distance)
            .FirstOrDefault();

        // Nor where one host has two people at one time, or two are called Pat: an event for a group, two links to one calendar.
        LeadKey[] equal = best is null ? [.. ofHourAlone] : [.. best.Select(booking => booking.Record.Key).Distinct()];
        var isClear = best is not null && (equal.Length == 1 || best.Key.Kind is MatchKind.Company or >= MatchKind.Name);
        return new BookingMatch(
            isClear ? best!.Key.Kind : MatchKind.None,
            isClear ? best!.MinBy(booking => booking.Record.Key.Value, StringComparer.Ordinal).Record.Email : null,
            bookings.Count > 0,
            all.Except(bookings).Select(booking => booking.Record.Key).Concat(isClear || equal.Length < 2 ? [] : equal).ToHashSet(),
            leads.Count > MostLeads,
            people);
    }

    // Who holds demos is ours. One who books a demo for himself is its lead all the same.
    private static IEnumerable<string> HostsOf(IReadOnlyCollection<Booking> bookings) => bookings.SelectMany(booking => booking.HostEmails)
        .Except(bookings.Select(booking => booking.Email), StringComparer.OrdinalIgnoreCase);

    /// <summary>The moments between which a booking of the same hour starts.</summary>
    public static (DateTimeOffset From, DateTimeOffset To) Around(DateTimeOffset at) =>
        (at - DateTimeOffset.MinValue > Window ? at - Window : DateTimeOffset.MinValue,
            DateTimeOffset.MaxValue - at > Window ? at + Window : DateTimeOffset.MaxValue);
}
