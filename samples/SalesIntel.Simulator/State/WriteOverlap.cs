namespace SalesIntel.Simulator;

/// <summary>Two write requests for one lead that were in flight at the same time.</summary>
/// <param name="First">Sequence of the write that finished first.</param>
/// <param name="Second">Sequence of the other.</param>
/// <param name="LeadId">The lead's id when known.</param>
/// <param name="LeadEmail">The lead's e-mail when known.</param>
public sealed record WriteOverlap(int First, int Second, string? LeadId, string? LeadEmail);
