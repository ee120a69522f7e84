using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Redis;

/// <summary>The taking of a lane that is under way.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="EventId">Its first event.</param>
/// <param name="Token">The lease's token, if it is taken.</param>
internal sealed record ClaimAttempt(Lane Lane, string EventId, string Token);
