namespace SalesIntel.Leads;

/// <summary>Who of a meeting belongs to the team that sells: the one answer for routing, prompts, rules and notes.</summary>
/// <remarks>An address decides where there is one: by its domain, or because a booking has it as a host. Without one the name is compared with the names of those who have one, and a company
/// written beside the name with the team's domains. A name that fits people of both sides is unknown.</remarks>
internal sealed class MeetingSides
{
    // More people than that are no meeting; further names would be compared with all of them for nothing.
    private const int MostPeople = 1_000;

    private readonly string[] domains;
    private readonly string? loneSeller;
    private readonly HashSet<string> hosts;
    private readonly (SpokenName Name, MeetingSide Side)[] people;
    private readonly Dictionary<string, string> remarks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MeetingSide> known = new(StringComparer.Ordinal);

    /// <param name="meeting">The meeting.</param>
    /// <param name="team">The team's domains.</param>
    public MeetingSides(Meeting meeting, TeamOptions team)
        : this(meeting.Attendees, meeting.Owner, team, meeting.Hosts)
    {
        // "Rep One (GoVisually)" is shown as Rep One; the company may be all that tells the side.
        var remarked = meeting.Transcript.Where(turn => turn.Remark.Length > 0);
        foreach (var speaker in remarked.GroupBy(turn => turn.Speaker, StringComparer.Ordinal))
        {
            remarks[speaker.Key] = string.Join(SpeakerName.Between, speaker.Select(turn => turn.Remark).Distinct(StringComparer.Ordinal));
        }
    }

    /// <param name="attendees">Who took part.</param>
    /// <param name="owner">Who recorded it; null when unknown.</param>
    /// <param name="team">The team's domains.</param>
    /// <param name="hosts">Addresses of those who hold the demo as its booking says: they are ours, whatever the domain. Null when no booking
    /// is known.</param>
    public MeetingSides(
        IReadOnlyCollection<MeetingAttendee> attendees, MeetingAttendee? owner, TeamOptions team, IEnumerable<string>? hosts = null)
    {
        this.hosts = new(hosts ?? [], StringComparer.OrdinalIgnoreCase);
        domains = [.. team.InternalDomains.Select(domain => domain.Trim(' ', '@', '.')).Where(domain => domain.Length > 0)];
        if (domains.Length == 0 && owner?.Email is { } recorder)
        {
            var host = MailDomains.Of(recorder);
            domains = MailDomains.IsFreeMail(host) ? [] : [CompanyDomain(host)];
            loneSeller = domains.Length == 0 ? recorder : null;
        }

        people =
        [
            .. attendees.Prepend(owner).Where(person => person?.Email is not null).Take(MostPeople)
                .Select(person => (SpokenName.Of(person!.Name), OfAddress(person.Email!))),
        ];
    }

    /// <summary>The side of an attendee or of the recording's owner.</summary>
    public MeetingSide Of(MeetingAttendee person) => person.Email is { } email ? OfAddress(email) : OfSpeaker(person.Name);

    /// <summary>The side of a speaker, of whom a transcript tells the name and perhaps a company.</summary>
    public MeetingSide OfSpeaker(string speaker)
    {
        if (known.TryGetValue(speaker, out var side) || known.Count >= MostPeople)
        {
            return side;
        }

        return known[speaker] = Compare(speaker);
    }

    public MeetingSide OfAddress(string email) =>
        email.Equals(loneSeller, StringComparison.OrdinalIgnoreCase) || hosts.Contains(email)
        || (EmailAddress.TryParse(email, out var address) && domains.Any(address.IsAt))
            ? MeetingSide.Seller
            : MeetingSide.Buyer;

    private MeetingSide Compare(string speaker)
    {
        var name = SpokenName.Of(remarks.TryGetValue(speaker, out var remark) ? $"{speaker}{SpeakerName.Between}{remark}" : speaker);
        if (name.Email is { } email)
        {
            return OfAddress(email);
        }

        MeetingSide[] sides = [.. people.Where(person => person.Name.Is(name)).Select(person => person.Side)];
        sides = sides.Length > 0 ? sides : [.. people.Where(person => person.Name.MayBe(name)).Select(person => person.Side)];
        return sides.Distinct().ToArray() is [var side] ? side
            : name.Extras.Any(IsTeam) ? MeetingSide.Seller
            : MeetingSide.Unknown;
    }

    // "seller.example" of "mail.eu.seller.example".
    private static string CompanyDomain(string host) => host[host.LastIndexOf(MailDomains.Label(host) + '.', StringComparison.Ordinal)..];

    // "Rep One (GoVisually)" names the company of govisually.com.
    private bool IsTeam(IReadOnlyList<string> remark) => domains.Any(domain =>
        string.Concat(remark) is var company && (company == Plain(MailDomains.Label(domain)) || company == Plain(domain)));

    private static string Plain(string text) => string.Concat(SpokenName.WordsOf(text));
}
