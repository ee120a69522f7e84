using SalesIntel.Engine;
using SalesIntel.Leads;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Hosting.Configuration;

/// <summary>The settings as the options of the core.</summary>
internal static class SettingsOptions
{
    public static ProcessingOptions Processing(SalesIntelSettings settings) => new()
    {
        DryRun = settings.DryRun,
        MaxRetries = settings.MaxRetries,
        RetryBase = settings.RetryBase,
        Lease = settings.Lease,
        Workers = settings.Workers,
        ShutdownGrace = settings.ShutdownGrace,
        ProbeAfter = settings.ProbeAfter,
        CreateFollowUpTask = settings.CreateFollowUpTask,
    };

    public static CalendlyOptions Calendly(SalesIntelSettings settings) => new()
    {
        SigningKeys = settings.CalendlySigningKeys,
        SignatureTolerance = settings.CalendlySignatureTolerance,
        EventTypeUri = settings.CalendlyEventTypeUri ?? "",
    };

    public static ReadAiOptions ReadAi(SalesIntelSettings settings) => new()
    {
        SigningKeys = settings.ReadAiSigningKeys,
        SharedSecret = settings.ReadAiSharedSecret ?? "",
        InternalOnly = settings.IgnoreInternalOnly ? InternalOnlyPolicy.Ignore : InternalOnlyPolicy.Fallback,
        MinDuration = settings.MinMeetingDuration,
    };

    public static TeamOptions Team(SalesIntelSettings settings) => new() { InternalDomains = settings.InternalDomains };

    public static WebhookOptions Webhooks(SalesIntelSettings settings) => new()
    {
        AllowUnsigned = settings.AllowUnsignedWebhooks, MaxBodyBytes = settings.MaxBodyBytes,
    };
}
