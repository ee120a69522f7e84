using SalesIntel.Leads;
using SalesIntel.Webhooks;

namespace SalesIntel.Engine;

/// <summary>The people of a meeting who could be its lead, by side; those that have an address.</summary>
internal sealed class SortedPeople
{
    /// <param name="candidates">The people.</param>
    /// <param name="team">The team's domains.</param>
    /// <param name="hosts">Addresses of the hosts of the hour's bookings, who are ours too.</param>
    public SortedPeople(LeadRoute.Candidates candidates, TeamOptions team, IEnumerable<string>? hosts = null)
    {
        Sides = new MeetingSides(candidates.People, candidates.Owner, team, hosts);
        var owner = Address(candidates.Owner);
        string[] addresses = [.. candidates.People.Select(Address).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        External = [.. addresses.Where(email => Sides.OfAddress(email) == MeetingSide.Buyer)];
        ExternalOwner = owner is not null && Sides.OfAddress(owner) == MeetingSide.Buyer ? owner : null;
        Internal =
        [
            .. addresses.Append(owner).OfType<string>().Where(email => Sides.OfAddress(email) == MeetingSide.Seller)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        HasUnknown = candidates.People.Append(candidates.Owner).OfType<MeetingAttendee>()
            .Concat(candidates.Speakers.Select(name => new MeetingAttendee(name, null)))
            .Any(person => person.Email is null && !Machines.Contains(person) && Sides.Of(person) == MeetingSide.Unknown);
    }

    /// <summary>Who is on which side.</summary>
    public MeetingSides Sides { get; }

    /// <summary>Addresses of people from outside, each once, in the order of the report.</summary>
    public IReadOnlyList<string> External { get; }

    /// <summary>The owner's address, if the owner is from outside: someone who brought the recorder to the call.</summary>
    public string? ExternalOwner { get; }

    /// <summary>Addresses of the team, each once: people in the order of the report, then the owner.</summary>
    public IReadOnlyList<string> Internal { get; }

    /// <summary>True when somebody took part of whom neither an address nor the side is known.</summary>
    public bool HasUnknown { get; }

    private static string? Address(MeetingAttendee? person) =>
        person?.Email is { } email && !Machines.Contains(person) ? email : null;
}
