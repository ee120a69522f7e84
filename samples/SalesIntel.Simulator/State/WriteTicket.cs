namespace SalesIntel.Simulator;

/// <summary>A write request in flight.</summary>
/// <param name="Request">Its number.</param>
/// <param name="Tick">Logical time of its arrival; clock times are too coarse to order requests.</param>
/// <param name="StartedAt">Clock time of its arrival.</param>
internal sealed record WriteTicket(int Request, long Tick, DateTimeOffset StartedAt);
