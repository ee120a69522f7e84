namespace SalesIntel.Storage.Contract;

/// <summary>The right to work on an event: its lane is taken until <see cref="Until"/> unless renewed. Every write is conditional
/// on <see cref="Token"/>; a worker that lost its lease changes nothing.</summary>
/// <param name="Event">The event as it stood when it was taken.</param>
/// <param name="Lane">The lane that is held.</param>
/// <param name="Token">Fresh for each taking.</param>
/// <param name="Until">When it runs out, UTC, unless renewed.</param>
public sealed record EventLease(WebhookEvent Event, Lane Lane, string Token, DateTimeOffset Until);
