namespace SalesIntel.Leads;

/// <summary>All that the facts tell about one booking.</summary>
internal sealed class BookingState
{
    private BookingState(string inviteeId, Booking booking, DateTimeOffset bookedAt)
    {
        InviteeId = inviteeId;
        Booking = booking;
        BookedAt = bookedAt;
    }

    public string InviteeId { get; }

    public Booking Booking { get; }

    public DateTimeOffset BookedAt { get; }

    /// <summary>When it was given up; null when it was not, was moved, or was booked again since.</summary>
    public DateTimeOffset? CanceledAt { get; private init; }

    /// <summary>When it was marked as no-show; null when it was not, or the mark was taken back.</summary>
    public DateTimeOffset? NoShowAt { get; private init; }

    /// <summary>Invitee ids of the bookings that replace this one.</summary>
    public IReadOnlySet<string> ReplacedBy { get; private init; } = new HashSet<string>();

    /// <summary>True while it was neither given up nor moved.</summary>
    public bool Stands => CanceledAt is null && ReplacedBy.Count == 0;

    /// <summary>Those that count: the newest ones, see <see cref="FactLimits"/>.</summary>
    public static IReadOnlyDictionary<string, BookingState> NewestOf(IReadOnlyCollection<LeadFact> facts)
    {
        var all = From(facts);
        return all.Count <= FactLimits.MostDocuments
            ? all
            : all.Values
                .OrderByDescending(state => state.BookedAt)
                .ThenByDescending(state => state.InviteeId, StringComparer.Ordinal)
                .Take(FactLimits.MostDocuments)
                .ToDictionary(state => state.InviteeId, StringComparer.Ordinal);
    }

    private static IReadOnlyDictionary<string, BookingState> From(IReadOnlyCollection<LeadFact> facts)
    {
        var views = facts.OfType<BookingSeen>().ToLookup(fact => fact.Booking.InviteeId, StringComparer.Ordinal);
        var replacements = views
            .SelectMany(booking => booking.SelectMany(view => Links(view.Booking)))
            .Where(link => link.Old != link.New)
            .ToLookup(link => link.Old, link => link.New, StringComparer.Ordinal);
        var canceled = facts.OfType<BookingCanceled>().ToLookup(fact => fact.InviteeId, StringComparer.Ordinal);
        var marked = facts.OfType<NoShowMarked>().ToLookup(fact => fact.InviteeId, fact => fact.At, StringComparer.Ordinal);
        var removed = facts.OfType<NoShowRemoved>().ToLookup(fact => fact.InviteeId, fact => fact.At, StringComparer.Ordinal);

        return views.ToDictionary(
            booking => booking.Key,
            booking => new BookingState(booking.Key, Merge(booking), BookedAtOf(booking))
            {
                ReplacedBy = replacements[booking.Key].ToHashSet(StringComparer.Ordinal),
                CanceledAt = GivenUp([.. canceled[booking.Key]]) is { } at && at >= BookedAtOf(booking) ? at : null,
                NoShowAt = Standing(marked[booking.Key], removed[booking.Key]),
            },
            StringComparer.Ordinal);
    }

    private static DateTimeOffset BookedAtOf(IEnumerable<BookingSeen> views) => views.Max(view => view.At);

    private static IEnumerable<(string Old, string New)> Links(Booking booking)
    {
        if (booking.OldInviteeId is { } old)
        {
            yield return (old, booking.InviteeId);
        }

        if (booking.NewInviteeId is { } next)
        {
            yield return (booking.InviteeId, next);
        }
    }

    // The latest view wins; what it leaves out (older messages embed no scheduled event) an earlier one fills in.
    private static Booking Merge(IEnumerable<BookingSeen> views)
    {
        var ordered = views
            .OrderByDescending(view => view.Booking.UpdatedAt)
            .ThenByDescending(view => view.EventId, StringComparer.Ordinal)
            .ThenByDescending(view => view.Ordinal)
            .Select(view => view.Booking)
            .ToList();
        var timed = ordered.Find(view => view.Start is not null) ?? ordered[0];
        return ordered[0] with
        {
            Start = timed.Start,
            End = timed.End,
            TimeZone = First(ordered, view => view.TimeZone),
            EventUri = First(ordered, view => view.EventUri),
            EventTypeUri = First(ordered, view => view.EventTypeUri),
            EventName = First(ordered, view => view.EventName),
            Location = First(ordered, view => view.Location),
            Name = First(ordered, view => view.Name),
            FirstName = First(ordered, view => view.FirstName),
            LastName = First(ordered, view => view.LastName),
            Phone = First(ordered, view => view.Phone),
            Answers = ordered.Find(view => view.Answers.Count > 0)?.Answers ?? [],
            Hosts = ordered.Find(view => view.Hosts.Count > 0)?.Hosts ?? [],
            HostEmails = ordered.Find(view => view.HostEmails.Count > 0)?.HostEmails ?? [],
            Guests = ordered.Find(view => view.Guests.Count > 0)?.Guests ?? [],
            OldInviteeId = ordered.Find(view => view.OldInviteeId is not null)?.OldInviteeId,
            NewInviteeId = ordered.Find(view => view.NewInviteeId is not null)?.NewInviteeId,
        };
    }

    private static string First(List<Booking> views, Func<Booking, string> part) =>
        views.Select(part).FirstOrDefault(text => text.Length > 0) ?? "";

    // A relay may repeat the cancellation of a moved booking without saying that it was moved: one that says so is believed.
    private static DateTimeOffset? GivenUp(IReadOnlyCollection<BookingCanceled> cancellations) =>
        cancellations.Count == 0 || cancellations.Any(fact => fact.Rescheduled) ? null : cancellations.Max(fact => fact.At);

    private static DateTimeOffset? Standing(IEnumerable<DateTimeOffset> marked, IEnumerable<DateTimeOffset> removed)
    {
        DateTimeOffset? mark = marked.Select(at => (DateTimeOffset?)at).Max();
        DateTimeOffset? removal = removed.Select(at => (DateTimeOffset?)at).Max();
        return mark > removal || removal is null ? mark : null;
    }
}
