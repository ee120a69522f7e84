using SalesIntel.Leads;

namespace SalesIntel.Engine;

/// <summary>What an event says, once its lead is known.</summary>
/// <param name="Email">The lead's e-mail address, lower case.</param>
/// <param name="Facts">The facts that it adds.</param>
/// <param name="Subject">What there is to read and to write about; null when the facts are all.</param>
internal sealed record Interpretation(string Email, IReadOnlyList<LeadFact> Facts, Subject? Subject);
