namespace SalesIntel.Evaluation.Generating.Meetings;

/// <summary>Somebody in a generated call.</summary>
/// <param name="Name">The name.</param>
/// <param name="Email">The address; null when the recorder does not know it.</param>
internal sealed record CastMember(string Name, string? Email);
