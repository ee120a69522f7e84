namespace SalesIntel.Hosting.Copying;

/// <summary>A store as one of the two ends of a copy.</summary>
/// <param name="Name">What reports call it, without a password.</param>
/// <param name="Source">Gives away what it keeps.</param>
/// <param name="Target">Takes over what another store keeps.</param>
/// <param name="State">Where it is noted that a copy is under way.</param>
internal sealed record CopiedStore(string Name, ICopySource Source, ICopyTarget Target, ISharedState State);
