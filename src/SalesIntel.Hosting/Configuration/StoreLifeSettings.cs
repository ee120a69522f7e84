using System.Diagnostics.CodeAnalysis;
using SalesIntel.Extraction;
using SalesIntel.Settings;

namespace SalesIntel.Hosting.Configuration;

/// <summary>How long a store keeps things, whichever store it is.</summary>
internal static class StoreLifeSettings
{
    private const double Minute = 60;
    private const double TenYears = 315_360_000;

    /// <summary>Declares how long events are kept and repetitions are recognised.</summary>
    public static SettingsGroup<TOptions> Lives<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this SettingsGroup<TOptions> settings,
        Func<TOptions, TimeSpan> eventLife,
        Action<TOptions, TimeSpan> setEventLife,
        Func<TOptions, TimeSpan> idempotencyLife,
        Action<TOptions, TimeSpan> setIdempotencyLife)
        where TOptions : class, new() => settings
            .Seconds("EVENT_TTL_SECONDS", eventLife, setEventLife, Minute, TenYears, "how long an event is kept (30 days)", "EventLife")
            .Seconds("IDEMPOTENCY_TTL_SECONDS", idempotencyLife, setIdempotencyLife, Minute, TenYears,
                "how long a repetition is recognised (90 days); not shorter than `EVENT_TTL_SECONDS`", "IdempotencyLife")
            .Rule(o => idempotencyLife(o) < eventLife(o)
                ? "IDEMPOTENCY_TTL_SECONDS is shorter than EVENT_TTL_SECONDS: a repetition would be processed again while its event is still kept"
                : null);

    /// <summary>Has completions of models kept as long as the events of a store. A life that is out of range is told where it is set.</summary>
    public static void KeepCompletionsAsLong<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IServiceCollection services, SettingsGroup<TOptions> settings, Func<TOptions, TimeSpan> eventLife)
        where TOptions : class, new() => services.AddOptions<ExtractionOptions>().Configure<IServiceProvider>((extraction, provider) =>
            extraction.KeepCompletions = TimeSpan.FromSeconds(Math.Clamp(eventLife(settings.Draft(provider)).TotalSeconds, Minute, TenYears)));
}
