using SalesIntel.Crm;
using SalesIntel.Failures;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Engine;

/// <summary>Chooses the lead to which a meeting belongs.</summary>
internal sealed class MeetingRouter(
    IEventStore store, LeadReader leads, BookingMatcher bookings, MeetingReports reports, TeamOptions team)
{
    /// <summary>Code of the failure of a meeting of whose people no address is known.</summary>
    public const string NoEmail = "no-email";

    /// <summary>Says that no address is known.</summary>
    public const string NobodysAddress =
        "No participant of the meeting has an e-mail address, and no booking of that hour tells whose it is, so no lead can be told. A later "
        + "report that knows more, or the booking, heals this.";

    private const int MostCandidates = 10;

    /// <summary>Chooses one of the people, or who has booked this meeting; none when nobody is external and such a meeting is to be set
    /// aside, or a booking of that hour is another meeting's.</summary>
    /// <param name="report">The report of the meeting: all reports of it belong to the same lead.</param>
    /// <param name="candidates">Who took part, and the source's rules.</param>
    /// <param name="crm">The CRM, asked only where its answer makes a difference.</param>
    /// <param name="cancellationToken">Ends the choice.</param>
    /// <exception cref="PermanentFailureException">Nobody has an e-mail address, and no booking tells.</exception>
    public async Task<MeetingRoute> ChooseAsync(
        WebhookEvent report, LeadRoute.Candidates candidates, ICrm crm, CancellationToken cancellationToken)
    {
        var match = await bookings.MatchAsync(candidates, team, cancellationToken).ConfigureAwait(false);
        var route = match.Email is { } booked
            ? new MeetingRoute(booked) { Basis = $"booking of that hour, by {match.Kind.ToString().ToLowerInvariant()}" }
            : await ChooseOfPeopleAsync(report, candidates, match, crm, cancellationToken).ConfigureAwait(false);
        return match.IsCut ? route with { Basis = $"{route.Basis}; only {BookingMatcher.MostLeads} bookings of that hour were looked at" } : route;
    }

    /// <summary>True when the bookings of a meeting's hour say that it belongs elsewhere than it was given to.</summary>
    /// <param name="report">The report of the meeting.</param>
    /// <param name="lead">The lead that it was given to; null when to none.</param>
    /// <param name="candidates">Who took part.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task<bool> IsOutdatedAsync(
        WebhookEvent report, LeadKey? lead, LeadRoute.Candidates candidates, CancellationToken cancellationToken)
    {
        var match = await bookings.MatchAsync(candidates, team, cancellationToken).ConfigureAwait(false);
        var people = match.People;
        if (match.Email is { } booked)
        {
            return lead != LeadKey.FromEmail(booked);
        }

        // Set aside because of a booking that does not stand any more, or given to somebody for it.
        if (lead is not { } held)
        {
            return match is { HasBookings: false, GivenUp.Count: > 0 } && candidates.InternalOnly == InternalOnlyPolicy.Fallback
                && people is { External: [], ExternalOwner: null, Internal: not [] };
        }

        return (match.HasBookings && people.Internal.Any(email => LeadKey.FromEmail(email) == held))
            || (match.GivenUp.Contains(held) && !await IsNamedAsync(report, candidates.At, held, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The lead to whom the reports of a meeting belong by what was chosen for one of them; null when to none.</summary>
    public async Task<string?> AssignedAsync(WebhookEvent report, LeadRoute.Candidates candidates, CancellationToken cancellationToken)
    {
        var match = await bookings.MatchAsync(candidates, team, cancellationToken).ConfigureAwait(false);
        return await AssignedAsync(report, candidates.At, match, cancellationToken).ConfigureAwait(false);
    }

    // Who got a meeting for a booking only, and has given that up, keeps it only where another report says that he came.
    private async Task<string?> AssignedAsync(
        WebhookEvent report, DateTimeOffset? at, BookingMatch match, CancellationToken cancellationToken)
    {
        var assigned = await store.GetMeetingLeadAsync(report.ExternalId, cancellationToken).ConfigureAwait(false);
        return assigned is null || !match.GivenUp.Contains(LeadKey.FromEmail(assigned))
            || await IsNamedAsync(report, at, LeadKey.FromEmail(assigned), cancellationToken).ConfigureAwait(false) ? assigned : null;
    }

    private async Task<bool> IsNamedAsync(WebhookEvent report, DateTimeOffset? at, LeadKey lead, CancellationToken cancellationToken)
    {
        foreach (var (other, candidates) in await reports.OthersAsync(report, at, cancellationToken).ConfigureAwait(false))
        {
            var match = await bookings.MatchAsync(candidates, team, cancellationToken).ConfigureAwait(false);
            var named = match.People.External.Append(match.People.ExternalOwner).Append(match.Email).OfType<string>();
            if (other.Verified != false && named.Any(email => LeadKey.FromEmail(email) == lead))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<MeetingRoute> ChooseOfPeopleAsync(
        WebhookEvent report,
        LeadRoute.Candidates candidates,
        BookingMatch match,
        ICrm crm,
        CancellationToken cancellationToken)
    {
        var people = match.People;

        // A report that knew nobody from outside may have given the meeting to one of the team: one that knows more is not bound by that.
        var assigned = await AssignedAsync(report, candidates.At, match, cancellationToken).ConfigureAwait(false);
        if (assigned is not null && people.Sides.OfAddress(assigned) != MeetingSide.Seller)
        {
            return new MeetingRoute(assigned) { Basis = "another report of the same meeting" };
        }

        string[] external = [.. people.External.Take(MostCandidates)];
        if (external.Length == 0 && people.ExternalOwner is null)
        {
            return people.Internal switch
            {
                [] => throw new PermanentFailureException(NoEmail, NobodysAddress),
                _ when candidates.InternalOnly == InternalOnlyPolicy.Ignore =>
                    new MeetingRoute(null) { Basis = $"{Outside(people)}, and such meetings are set aside." },
                _ when match.HasBookings || (candidates.At is null && people.HasUnknown) =>
                    new MeetingRoute(null)
                    {
                        Basis = people.HasUnknown
                            ? $"{Outside(people)}, and {(candidates.At is null ? "no hour, so that no booking tells" : "the bookings of that hour do not tell")} "
                                + "who it was. If it was a customer, enter it by hand."
                            : $"{Outside(people)}, and the bookings of that hour are other meetings.",
                    },
                [var first, ..] => new MeetingRoute(assigned ?? first) { Basis = "one of the team, for want of anybody else" },
            };
        }

        if (await KnownLeadAsync(external, candidates.At, cancellationToken).ConfigureAwait(false) is { } known)
        {
            return new MeetingRoute(known) { Basis = "somebody from outside who is known" };
        }

        var last = people.ExternalOwner ?? external[0];
        var chosen = external.All(email => email == last)
            ? last
            : await LeadInCrmAsync(crm, external, cancellationToken).ConfigureAwait(false) ?? last;
        return new MeetingRoute(chosen) { Basis = "somebody from outside" };
    }

    private static string Outside(SortedPeople people) => people.HasUnknown ? "Somebody took part of whom no address is known"
        : people.Internal.Count == 1 ? "Nobody is named but one of the team"
        : "Nobody from outside took part";

    // Of several who have booked, the one whose demo was nearest to this meeting.
    private async Task<string?> KnownLeadAsync(string[] external, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var records = await Task.WhenAll(external.Select(email =>
            leads.GetLeadAsync(LeadKey.FromEmail(email), cancellationToken))).ConfigureAwait(false);
        return records
            .Where(record => record.Facts.Count > 0)
            .MinBy(record => Distance(LeadProjection.Project(record.Email, record.Facts), at))
            ?.Email;
    }

    private static TimeSpan Distance(Lead lead, DateTimeOffset? at) =>
        lead.Booking?.Start is { } booked && at is { } started ? (booked - started).Duration() : TimeSpan.MaxValue;

    private static async Task<string?> LeadInCrmAsync(ICrm crm, string[] external, CancellationToken cancellationToken)
    {
        var found = await crm.FindLeadsAsync(external, [], cancellationToken).ConfigureAwait(false);
        return external.FirstOrDefault(email => found.Any(lead => lead.Email == email && !lead.IsConverted));
    }
}
