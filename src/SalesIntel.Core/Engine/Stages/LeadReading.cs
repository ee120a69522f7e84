using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>An event together with all that is known of its lead, itself included.</summary>
/// <param name="Record">What is kept about the lead.</param>
/// <param name="Event">What the event says.</param>
/// <param name="Facts">The lead's facts with the event's.</param>
internal sealed record LeadReading(LeadRecord Record, Interpretation Event, IReadOnlyCollection<LeadFact> Facts)
{
    /// <summary>The lead as the CRM should show it.</summary>
    public Lead Lead => LeadProjection.Project(Event.Email, Facts);
}
