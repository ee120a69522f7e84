using SalesIntel.Leads;

namespace SalesIntel.Webhooks;

/// <summary>To which lead a message belongs, as far as the message itself can say. Data alone: the engine looks up the rest.</summary>
public abstract record LeadRoute
{
    private LeadRoute()
    {
    }

    /// <summary>The message names the lead.</summary>
    /// <param name="Email">The lead's e-mail address, trimmed, lower case.</param>
    public sealed record Known(string Email) : LeadRoute;

    /// <summary>The lead is one of several people; the engine chooses.</summary>
    public sealed record Candidates : LeadRoute
    {
        private const int MostPeople = 1_000;

        /// <summary>The people who took part, in the order received. The first thousand are looked at.</summary>
        public required IReadOnlyList<MeetingAttendee> People { get; init => field = [.. value.Take(MostPeople)]; }

        /// <summary>Who recorded it; may be one of the customer's people. Null when unknown.</summary>
        public MeetingAttendee? Owner { get; init; }

        /// <summary>Names of those who were heard, in any order; they may be among the people or not. The first thousand are looked at.</summary>
        public IReadOnlyList<string> Speakers { get; init => field = [.. value.Take(MostPeople)]; } = [];

        /// <summary>When it took place, UTC; null when unknown. Bookings that start within an hour of it say whose meeting it is.</summary>
        public DateTimeOffset? At { get; init; }

        /// <summary>What happens when nobody from outside took part.</summary>
        public InternalOnlyPolicy InternalOnly { get; init; } = InternalOnlyPolicy.Fallback;

        /// <summary>The name of whoever has an address; empty when it is nobody's or has no name.</summary>
        internal string NameOf(string email) =>
            People.Append(Owner).FirstOrDefault(person => person?.Email == email)?.Name ?? "";
    }
}
