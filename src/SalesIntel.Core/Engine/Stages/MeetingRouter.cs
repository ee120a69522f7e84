using SalesIntel.Crm;
using SalesIntel.Failures;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Engine;

/// <summary>Chooses the lead to which a meeting belongs.</summary>
internal sealed class MeetingRouter(IEventStore store, ICrm crm, ReadAiOptions options, ProcessingOptions processing)
{
    private const int MostCandidates = 10;

    /// <summary>Chooses one attendee; none when nobody is external and such a meeting is to be set aside.</summary>
    /// <exception cref="PermanentFailureException">No attendee has an e-mail address.</exception>
    public async Task<MeetingRoute> ChooseAsync(Meeting meeting, CancellationToken cancellationToken)
    {
        if (await store.GetMeetingLeadAsync(meeting.SessionId, cancellationToken).ConfigureAwait(false) is { } assigned)
        {
            return new MeetingRoute(assigned);
        }

        var candidates = AttendeeSelector.Select(meeting, options);
        string[] external = [.. candidates.External.Select(Email).Take(MostCandidates)];
        if (external.Length == 0 && candidates.ExternalOwner is null)
        {
            return candidates.Internal switch
            {
                [] => throw new PermanentFailureException(
                    "no-email",
                    "No participant of the meeting has an e-mail address, so no lead can be told. Push the report again once Read.ai knows one."),
                _ when options.InternalOnly == InternalOnlyPolicy.Ignore => new MeetingRoute(null),
                [var first, ..] => new MeetingRoute(Email(first)),
            };
        }

        if (await KnownLeadAsync(external, meeting, cancellationToken).ConfigureAwait(false) is { } known)
        {
            return new MeetingRoute(known);
        }

        var last = candidates.ExternalOwner is { } owner ? Email(owner) : external[0];
        return processing.DryRun
            ? new MeetingRoute(last, IsRehearsed: external.Any(email => email != last))
            : new MeetingRoute(await LeadInCrmAsync(external, cancellationToken).ConfigureAwait(false) ?? last);
    }

    private static string Email(MeetingAttendee attendee) => attendee.Email!;

    // Of several who have booked, the one whose demo was nearest to this meeting.
    private async Task<string?> KnownLeadAsync(string[] external, Meeting meeting, CancellationToken cancellationToken)
    {
        var records = await Task.WhenAll(external.Select(email =>
            store.GetLeadAsync(LeadKey.FromEmail(email), cancellationToken))).ConfigureAwait(false);
        return records
            .Where(record => record.Facts.Count > 0)
            .MinBy(record => Distance(LeadProjection.Project(record.Email, record.Facts), meeting))
            ?.Email;
    }

    private static TimeSpan Distance(Lead lead, Meeting meeting) =>
        lead.Booking?.Start is { } booked && meeting.Start is { } started ? (booked - started).Duration() : TimeSpan.MaxValue;

    private async Task<string?> LeadInCrmAsync(string[] external, CancellationToken cancellationToken)
    {
        if (external.Length == 0)
        {
            return null;
        }

        var found = await crm.FindLeadsAsync(external, [], cancellationToken).ConfigureAwait(false);
        return external.FirstOrDefault(email => found.Any(lead => lead.Email == email && !lead.IsConverted));
    }
}
