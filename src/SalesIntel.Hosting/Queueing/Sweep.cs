using Coravel.Scheduling.Schedule.Interfaces;

namespace SalesIntel.Hosting.Queueing;

/// <summary>A slow sweep and when it runs.</summary>
/// <param name="Invocable">What runs; resolved in a scope of its own.</param>
/// <param name="When">Sets the interval.</param>
internal sealed record Sweep(Type Invocable, Func<IScheduleInterval, IScheduledEventConfiguration> When);
