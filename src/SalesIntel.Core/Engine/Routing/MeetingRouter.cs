using SalesIntel.Crm;
using SalesIntel.Failures;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Engine;

/// <summary>Chooses the lead to which a meeting belongs.</summary>
internal sealed class MeetingRouter(IEventStore store, LeadReader leads, TeamOptions team)
{
    private const int MostCandidates = 10;

    /// <summary>Chooses the address of one of the people; null when nobody is external and such a meeting is to be set aside.</summary>
    /// <param name="meetingId">Identifies the meeting: all reports of it belong to the same lead.</param>
    /// <param name="candidates">Who took part, and the source's rules.</param>
    /// <param name="crm">The CRM, asked only where its answer makes a difference.</param>
    /// <param name="cancellationToken">Ends the choice.</param>
    /// <exception cref="PermanentFailureException">Nobody has an e-mail address.</exception>
    public async Task<string?> ChooseAsync(
        string meetingId, LeadRoute.Candidates candidates, ICrm crm, CancellationToken cancellationToken)
    {
        if (await store.GetMeetingLeadAsync(meetingId, cancellationToken).ConfigureAwait(false) is { } assigned)
        {
            return assigned;
        }

        var people = new SortedPeople(candidates, team);
        string[] external = [.. people.External.Take(MostCandidates)];
        if (external.Length == 0 && people.ExternalOwner is null)
        {
            return people.Internal switch
            {
                [] => throw new PermanentFailureException(
                    "no-email",
                    "No participant of the meeting has an e-mail address, so no lead can be told. Push the report again once Read.ai knows one."),
                _ when candidates.InternalOnly == InternalOnlyPolicy.Ignore => null,
                [var first, ..] => first,
            };
        }

        if (await KnownLeadAsync(external, candidates.At, cancellationToken).ConfigureAwait(false) is { } known)
        {
            return known;
        }

        var last = people.ExternalOwner ?? external[0];
        return external.All(email => email == last)
            ? last
            : await LeadInCrmAsync(crm, external, cancellationToken).ConfigureAwait(false) ?? last;
    }

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
