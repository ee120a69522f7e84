using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>A claim that code holds for proven, and that a model is to look at once more.</summary>
/// <param name="Said">What the reader said.</param>
/// <param name="Element">The element.</param>
/// <param name="Text">What would be written.</param>
/// <param name="Quote">The transcript's words.</param>
/// <param name="Turn">Number of the turn that holds them, from 1.</param>
internal sealed record ProvenClaim(SpokenClaim Said, QualificationElement Element, string Text, string Quote, int Turn);
