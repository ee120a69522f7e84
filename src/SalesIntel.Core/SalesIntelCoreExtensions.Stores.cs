using Microsoft.Extensions.DependencyInjection.Extensions;
using SalesIntel.Engine;
using SalesIntel.Storage.Contract;

namespace Microsoft.Extensions.DependencyInjection;

/// <content>Stores.</content>
public static partial class SalesIntelCoreExtensions
{
    /// <summary>Keeps everything in memory: for tests and trials, gone with the process. Calling it twice changes nothing.</summary>
    /// <param name="builder">The builder.</param>
    public static ISalesIntelBuilder AddMemoryStore(this ISalesIntelBuilder builder) =>
        builder.AddStore(provider => new MemoryStore(provider.GetRequiredService<TimeProvider>()));

    /// <summary>Adds a store. It also serves as <see cref="ISharedState"/>, <see cref="ISlotLeases"/> and <see cref="IDeadLetterAlerts"/>
    /// if it implements them and no other is registered. Calling it twice for the same type changes nothing; two stores are an error when
    /// the host starts.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="create">Makes the store, once.</param>
    /// <typeparam name="TStore">The store.</typeparam>
    public static ISalesIntelBuilder AddStore<TStore>(this ISalesIntelBuilder builder, Func<IServiceProvider, TStore> create)
        where TStore : class, IEventStore, IWorkQueue, ICircuitStore
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        var services = builder.Services;
        if (services.Any(service => service.ServiceType == typeof(TStore)))
        {
            return builder;
        }

        services.AddSingleton(create);
        services.AddSingleton<IEventStore>(Store);
        services.AddSingleton<IWorkQueue>(Store);
        services.AddSingleton<ICircuitStore>(Store);
        if (typeof(TStore).IsAssignableTo(typeof(ISharedState)))
        {
            services.TryAddSingleton(provider => (ISharedState)Store(provider));
        }

        if (typeof(TStore).IsAssignableTo(typeof(ISlotLeases)))
        {
            services.TryAddSingleton(provider => (ISlotLeases)Store(provider));
        }

        if (typeof(TStore).IsAssignableTo(typeof(IDeadLetterAlerts)))
        {
            services.TryAddSingleton(provider => (IDeadLetterAlerts)Store(provider));
        }

        return builder;

        static TStore Store(IServiceProvider provider) => provider.GetRequiredService<TStore>();
    }
}
