using static SalesIntel.Hosting.Configuration.EnvironmentNames;

namespace SalesIntel.Hosting.Configuration;

/// <summary>Reads every variable once, in the order of the documentation, then applies the rules that look at several.</summary>
internal static class SettingsComposer
{
    public static SalesIntelSettings Compose(SettingsReader reader)
    {
        List<string> warnings = [];
        var settings = Read(reader, warnings);
        SettingsRules.Apply(settings, reader, warnings);
        return reader.Errors.Count == 0 ? settings : throw new SettingsException(reader.Errors);
    }

    private static SalesIntelSettings Read(SettingsReader reader, List<string> warnings) => new()
    {
        RedisUrl = reader.Get(RedisUrl),
        DataDirectory = reader.Get(DataDir),
        Role = reader.Get(Role),
        RedisKeyPrefix = reader.Get(RedisKeyPrefix),
        DryRun = reader.Get(DryRun),
        LogLevel = reader.Get(Level),
        AllowDebugEndpoints = reader.Get(DebugEndpoints),
        GeminiApiKey = reader.Get(GeminiApiKey),
        GeminiModel = reader.Get(GeminiModel),
        GeminiBaseUrl = reader.Get(GeminiBaseUrl),
        ZohoDataCentre = reader.Get(ZohoDataCentre),
        ZohoClientId = reader.Get(ZohoClientId),
        ZohoClientSecret = reader.Get(ZohoClientSecret),
        ZohoRefreshToken = reader.Get(ZohoRefreshToken),
        ZohoAccountsUrl = reader.Get(ZohoAccountsUrl),
        ZohoApiUrl = reader.Get(ZohoApiUrl),
        ZohoLeadsModule = reader.Get(ZohoLeadsModule),
        ZohoOwnerId = reader.Get(ZohoOwnerId),
        ZohoLeadStatusField = reader.Get(ZohoLeadStatusField),
        ZohoMaxConcurrency = reader.Get(ZohoMaxConcurrency),
        StatusDemoBooked = reader.Get(DemoBooked),
        StatusDemoComplete = reader.Get(DemoComplete),
        StatusDemoCanceled = reader.Get(DemoCanceled),
        StatusDemoNoShow = reader.Get(DemoNoShow),
        CreateFollowUpTask = reader.Get(FollowUpTask),
        CalendlySigningKeys = reader.Get(CalendlySigningKeys),
        CalendlySignatureTolerance = reader.Get(CalendlyTolerance),
        CalendlyEventTypeUri = reader.Get(CalendlyEventType),
        ReadAiSharedSecret = reader.Get(ReadAiSharedSecret),
        ReadAiSigningKeys = reader.Get(ReadAiSigningKeys),
        InternalDomains = reader.Get(InternalDomains),
        IgnoreInternalOnly = reader.Get(InternalOnly) == "ignore",
        MinMeetingDuration = reader.Get(MinDuration),
        AllowUnsignedWebhooks = reader.Get(AllowUnsigned),
        MaxBodyBytes = reader.Get(MaxBodyBytes),
        SlackWebhookUrl = reader.Get(SlackWebhookUrl),
        AlertWindow = reader.Get(AlertWindow),
        EventTtl = reader.Get(EventTtl),
        IdempotencyTtl = reader.Get(IdempotencyTtl),
        MaxRetries = reader.Get(MaxRetries),
        RetryBase = reader.Get(RetryBase),
        Workers = reader.Get(Workers),
        Lease = reader.Get(Lease),
        ShutdownGrace = reader.Get(Shutdown),
        ProbeAfter = reader.Get(Probe),
        CustomFields = ReadCustomFields(reader),
        Effective = reader.Effective,
        Warnings = warnings,
    };

    private static Dictionary<string, string> ReadCustomFields(SettingsReader reader)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, holds) in CustomFieldNames.All)
        {
            var field = reader.Get(new Setting<string?>(name, null, "", holds, SettingParsers.OptionalApiName));
            if (field is not null)
            {
                fields[name] = field;
            }
        }

        return fields;
    }
}
