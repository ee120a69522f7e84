using Coravel.Invocable;
using Coravel.Scheduling.Schedule.Interfaces;
using Coravel;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SalesIntel.Hosting.Queueing;

/// <summary>Adds sweeps, and the scheduler with the first of them.</summary>
internal static class SweepRegistration
{
    public static void AddSweep<T>(
        this IServiceCollection services, Func<IScheduleInterval, IScheduledEventConfiguration> when)
        where T : class, IInvocable
    {
        // Twice would tick twice.
        if (!services.Any(service => service.ServiceType == typeof(IScheduler)))
        {
            services.AddScheduler();
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SweepSchedule>());
        services.TryAddTransient<T>();
        services.AddSingleton(new Sweep(typeof(T), when));
    }
}
