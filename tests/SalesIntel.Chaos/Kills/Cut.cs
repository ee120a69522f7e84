namespace SalesIntel.Chaos.Kills;

/// <summary>Something was cut off: processes were killed, or their store was taken away.</summary>
/// <param name="Begun">When.</param>
/// <param name="DeadSince">From when on nobody heard anything any more; null when the processes lived on, without their store.</param>
/// <param name="Over">When the last of a killed process was gone (its connections stay open until then), or the store was back.</param>
internal sealed record Cut(DateTimeOffset Begun, DateTimeOffset? DeadSince, DateTimeOffset Over);
