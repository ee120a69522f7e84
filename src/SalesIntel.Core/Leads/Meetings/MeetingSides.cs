using SalesIntel.Text;

namespace SalesIntel.Leads;

/// <summary>Who of a meeting belongs to the team that sells: the one answer for routing, prompts, rules and notes.</summary>
/// <remarks>An address decides where there is one. Without one the name is compared with the names of those who have one, and a company
/// written beside the name with the team's domains. A name that fits people of both sides is unknown.</remarks>
internal sealed class MeetingSides
{
    private readonly string[] domains;
    private readonly string? loneSeller;
    private readonly (SpokenName Name, MeetingSide Side)[] people;
    private readonly Dictionary<string, string> remarks;

    public MeetingSides(Meeting meeting, TeamOptions team)
    {
        domains = [.. team.InternalDomains.Select(domain => domain.Trim(' ', '@', '.')).Where(domain => domain.Length > 0)];
        if (domains.Length == 0 && meeting.Owner?.Email is { } owner)
        {
            var host = MailDomains.Of(owner);
            domains = MailDomains.IsFreeMail(host) ? [] : [CompanyDomain(host)];
            loneSeller = domains.Length == 0 ? owner : null;
        }

        people =
        [
            .. meeting.Attendees.Append(meeting.Owner).Where(person => person?.Email is not null)
                .Select(person => (SpokenName.Of(person!.Name), OfAddress(person.Email!))),
        ];
        remarks = meeting.Transcript.Where(turn => turn.Remark.Length > 0).DistinctBy(turn => turn.Speaker, StringComparer.Ordinal)
            .ToDictionary(turn => turn.Speaker, turn => turn.Remark, StringComparer.Ordinal);
    }

    /// <summary>The side of an attendee or of the recording's owner.</summary>
    public MeetingSide Of(MeetingAttendee person) => person.Email is { } email ? OfAddress(email) : OfSpeaker(person.Name);

    /// <summary>The side of a speaker, of whom a transcript tells the name and perhaps a company.</summary>
    public MeetingSide OfSpeaker(string speaker)
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

    /// <summary>The side of an address.</summary>
    public MeetingSide OfAddress(string email) =>
        email.Equals(loneSeller, StringComparison.OrdinalIgnoreCase)
        || (EmailAddress.TryParse(email, out var address) && domains.Any(address.IsAt))
            ? MeetingSide.Seller
            : MeetingSide.Buyer;

    // "seller.example" of "mail.eu.seller.example".
    private static string CompanyDomain(string host) => host[host.LastIndexOf(MailDomains.Label(host) + '.', StringComparison.Ordinal)..];

    // "Rep One (GoVisually)" names the company of govisually.com.
    private bool IsTeam(IReadOnlyList<string> remark) => domains.Any(domain =>
        string.Concat(remark) is var company && (company == Plain(MailDomains.Label(domain)) || company == Plain(domain)));

    private static string Plain(string text) => string.Concat(SpokenName.WordsOf(text));
}
