using SalesIntel.Leads;
using SalesIntel.Webhooks;

namespace SalesIntel.Engine;

/// <summary>The people of a meeting as a booking is compared with them.</summary>
internal sealed class MeetingPeople
{
    private readonly SortedPeople people;
    private readonly HashSet<string> external;
    private readonly HashSet<string> companies;
    private readonly HashSet<string> all;
    private readonly SpokenName[] names;
    private readonly SpokenName[] unknown;
    private readonly SpokenName[] strangers;

    public MeetingPeople(LeadRoute.Candidates candidates, SortedPeople people)
    {
        this.people = people;
        var present = candidates.People.Append(candidates.Owner).OfType<MeetingAttendee>().ToArray();
        external = new(people.External, StringComparer.OrdinalIgnoreCase);
        if (people.ExternalOwner is { } owner)
        {
            external.Add(owner);
        }

        companies = [.. external.Select(MailDomains.Of).Where(domain => !MailDomains.IsFreeMail(domain))];
        all = new(present.Select(person => person.Email).OfType<string>(), StringComparer.OrdinalIgnoreCase);
        names = [.. present.Select(person => person.Name).Concat(candidates.Speakers).Select(SpokenName.Of)];
        unknown =
        [
            .. present.Where(person => person.Email is null).Select(person => person.Name).Concat(candidates.Speakers)
                .Where(name => people.Sides.OfSpeaker(name) == MeetingSide.Unknown).Select(SpokenName.Of),
        ];
        strangers =
        [
            .. present.Where(person => person.Email is { } email && external.Contains(email)).Select(person => SpokenName.Of(person.Name))
                .Where(name => name.IsFull),
        ];
    }

    /// <summary>By what a booking is this meeting's, and whether one of its hosts is among the people.</summary>
    public (MatchKind Kind, bool HasHost) Match(Booking booking)
    {
        var hasHost = booking.HostEmails.Any(all.Contains)
            || booking.Hosts.Select(SpokenName.Of).Any(host => names.Any(name => name.Is(host) || name.MayBe(host)));
        return (KindOf(booking, hasHost), hasHost);
    }

    // Who holds a demo for its host was invited to it. Nobody meets himself: where he alone is named, somebody was left out.
    private bool HasColleague(Booking booking) =>
        booking.Guests.Any(guest => all.Contains(guest) && people.Sides.OfAddress(guest) == MeetingSide.Seller);

    private MatchKind KindOf(Booking booking, bool hasHost)
    {
        if (external.Contains(booking.Email))
        {
            return MatchKind.Invitee;
        }

        if (booking.Guests.Any(external.Contains))
        {
            return MatchKind.Guest;
        }

        var invitee = SpokenName.Of(booking.Name.Length > 0 ? booking.Name : $"{booking.FirstName} {booking.LastName}");
        // People book with one address and join with another: a whole name and the host tell that it is one person.
        if (unknown.Any(name => name.Is(invitee)) || (hasHost && strangers.Any(name => name.Is(invitee))))
        {
            return MatchKind.Name;
        }

        // What says less counts only where it is not plainly the meeting of other hosts.
        var hasColleague = HasColleague(booking);
        var isOfOthers = !hasHost && (booking.Hosts.Count > 0 || booking.HostEmails.Count > 0);
        if (isOfOthers && !hasColleague)
        {
            return MatchKind.None;
        }

        return unknown.Any(name => name.MayBe(invitee)) ? MatchKind.PartOfName
            : companies.Contains(MailDomains.Of(booking.Email)) ? MatchKind.Company
            : external.Count > 0 ? MatchKind.None
            : hasHost ? MatchKind.Host
            : hasColleague && (people.HasUnknown || people.Internal.Count == 1) ? MatchKind.Colleague
            : isOfOthers ? MatchKind.None
            : MatchKind.Hour;
    }
}
