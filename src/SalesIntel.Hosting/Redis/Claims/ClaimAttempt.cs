namespace SalesIntel.Hosting.Redis;

/// <summary>A taking of lanes that is under way.</summary>
/// <param name="Token">What the tokens of its leases begin with.</param>
/// <param name="Until">When its leases run out, by the store's clock: the score of each lane that it takes.</param>
internal sealed record ClaimAttempt(string Token, DateTimeOffset Until);
