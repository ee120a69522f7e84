using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>What became of one element of the framework since the call before.</summary>
/// <param name="Field">The element's field.</param>
/// <param name="Kind">What happened to it.</param>
/// <param name="Before">Its value in the call before; empty when there was none.</param>
/// <param name="Now">Its value in this call; empty when there is none.</param>
internal sealed record ElementChange(LeadField Field, ElementChangeKind Kind, string Before, string Now);
