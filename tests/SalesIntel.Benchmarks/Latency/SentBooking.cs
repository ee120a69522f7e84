namespace SalesIntel.Benchmarks.Latency;

/// <summary>A booking that was accepted.</summary>
/// <param name="Email">The invitee.</param>
/// <param name="SentAt">When its POST was begun.</param>
/// <param name="AnsweredAt">When the 200 had come.</param>
/// <param name="Answer">The time between the two, by the steady clock.</param>
internal sealed record SentBooking(string Email, DateTimeOffset SentAt, DateTimeOffset AnsweredAt, TimeSpan Answer);
