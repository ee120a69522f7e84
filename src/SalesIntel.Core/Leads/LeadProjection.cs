namespace SalesIntel.Leads;

/// <summary>What the CRM should show of a lead, as a pure function of the set of its facts: neither the order in which they became
/// known nor their repetition changes the result.</summary>
public static class LeadProjection
{
    /// <summary>Projects a lead.</summary>
    /// <param name="email">The lead's e-mail address, lower case.</param>
    /// <param name="facts">Its facts, in any order, with or without repetitions.</param>
    public static Lead Project(string email, IEnumerable<LeadFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var set = facts.DistinctBy(fact => fact.Id).ToList();
        var bookings = BookingState.NewestOf(set);
        var current = CurrentBooking.Choose(bookings);
        var (stated, said, areSeveral) = Values(set);
        var values = stated.Merge(said);
        var employer = new Employer(email, Known(values, LeadFields.CompanyName));
        var (booking, booked) = current is null ? (null, ("", "")) : FilledBooking.Of(current, bookings.Values, employer);
        var meetings = MeetingSequence.Of(set);
        var names = Names(booked, meetings, values, employer);
        var (status, demoAt) = Demo(current, meetings);

        return new Lead
        {
            Email = email,
            FirstName = names.First,
            LastName = names.Last,
            Booking = booking,
            Status = status,
            DemoAt = demoAt,
            DemoAtFromMeeting = current is null && demoAt is not null,
            Values = values,
            Said = areSeveral ? said : LeadValues.Empty,
        };
    }

    /// <summary>What <see cref="Project"/> says of the demo alone, without the values and the name of the lead.</summary>
    internal static (LeadStatus? Status, DateTimeOffset? At) Demo(IEnumerable<LeadFact> facts)
    {
        var set = facts.DistinctBy(fact => fact.Id).ToList();
        return Demo(CurrentBooking.Choose(BookingState.NewestOf(set)), MeetingSequence.Of(set));
    }

    private static (LeadStatus? Status, DateTimeOffset? At) Demo(BookingState? current, IReadOnlyList<MeetingHeld> meetings) =>
    (
        Status(current, meetings.Count > 0 ? meetings[^1] : null),
        current is null ? meetings.LastOrDefault(meeting => meeting.Start is not null)?.Start : current.Booking.Start
    );

    // A booking's own name, else that of the last meeting in which the lead had one; what was read in between completes it.
    private static (string First, string Last) Names(
        (string First, string Last) booked, IEnumerable<MeetingHeld> meetings, LeadValues values, Employer employer)
    {
        var names = meetings.Select(meeting => PersonName.Split("", "", meeting.AttendeeName, employer))
            .Where(name => name.Last.Length > 0).ToList();
        if (booked.Last.Length > 0)
        {
            names.Add(booked);
        }

        return PersonName.Complete(
            names.LastOrDefault(("", "")), Known(values, LeadFields.FirstName), Known(values, LeadFields.LastName));
    }

    private static string Known(LeadValues values, LeadField field) => values[field] is { IsWritable: true } value ? value.Text : "";

    private static LeadStatus? Status(BookingState? current, MeetingHeld? lastMeeting)
    {
        List<(DateTimeOffset At, LeadStatus Status)> happened = [];
        if (current is not null)
        {
            happened.Add((current.BookedAt, LeadStatus.DemoBooked));
            Add(current.NoShowAt, LeadStatus.DemoNoShow);
            Add(current.CanceledAt, LeadStatus.DemoCanceled);
        }

        Add(lastMeeting?.At, LeadStatus.DemoComplete);
        return happened.Count == 0 ? null : happened.MaxBy(item => (item.At, item.Status)).Status;

        void Add(DateTimeOffset? at, LeadStatus status)
        {
            if (at is { } time)
            {
                happened.Add((time, status));
            }
        }
    }

    // Of several readings of one document the latest counts alone: whether an earlier one was made at all depends on when its message came.
    // A meeting wins over a form, whenever each was.
    private static (LeadValues Stated, LeadValues Said, bool AreSeveral) Values(IEnumerable<LeadFact> facts)
    {
        var byKind = facts
            .Select(fact => fact switch
            {
                ValuesRead read => (read.Document, read.DocumentKind, read.Revision, Rank: (int)read.ReadBy, read.Values, Fact: fact),
                ValuesStated stated => (stated.Document, DocumentKind: DocumentKind.Form, stated.Revision, Rank: (int)ExtractionMethod.Model + 1, stated.Values, Fact: fact),
                _ => default,
            })
            .Where(reading => reading.Fact is not null)
            .GroupBy(reading => (reading.Document, IsStated: reading.Fact is ValuesStated))
            .Select(readings => readings
                .OrderByDescending(reading => reading.Revision)
                .ThenByDescending(reading => reading.Rank)
                .ThenByDescending(reading => reading.Fact.EventId, StringComparer.Ordinal)
                .ThenByDescending(reading => reading.Fact.Ordinal)
                .First())
            .ToLookup(reading => reading.DocumentKind);
        return (Of(DocumentKind.Form), Of(DocumentKind.Conversation), byKind[DocumentKind.Conversation].Count() > 1);

        LeadValues Of(DocumentKind kind) => byKind[kind]
            .OrderBy(reading => reading.Fact.At)
            .ThenBy(reading => reading.Document, StringComparer.Ordinal)
            .ThenBy(reading => reading.Rank)
            .TakeLast(FactLimits.MostDocuments)
            .Aggregate(LeadValues.Empty, (earlier, reading) => earlier.Merge(reading.Values));
    }
}
