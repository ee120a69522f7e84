using SalesIntel.Leads;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>Who of a meeting's attendees could be the lead. Every person named here has an e-mail address.</summary>
public sealed record MeetingCandidates
{
    /// <summary>Attendees from outside, each address once, in the order of the report.</summary>
    public required IReadOnlyList<MeetingAttendee> External { get; init; }

    /// <summary>The report's owner, if from outside: someone who brought Read.ai to the call. May be in
    /// <see cref="External"/> too.</summary>
    public MeetingAttendee? ExternalOwner { get; init; }

    /// <summary>Our own people, each address once: attendees in the order of the report, then the owner.</summary>
    public required IReadOnlyList<MeetingAttendee> Internal { get; init; }
}
