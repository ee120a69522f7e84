using static SalesIntel.Hosting.Configuration.EnvironmentNames;

namespace SalesIntel.Hosting.Configuration;

/// <summary>Rules that look at several variables: errors for what can't work, warnings for what perhaps is not meant so.</summary>
internal static class SettingsRules
{
    private static readonly Setting[] RequiredForRealRun = [GeminiApiKey, ZohoClientId, ZohoClientSecret, ZohoRefreshToken];
    private static readonly Setting[] AccompanyingRefreshToken = [ZohoClientId, ZohoClientSecret];

    public static void Apply(SalesIntelSettings settings, SettingsReader reader, List<string> warnings)
    {
        if (!settings.DryRun)
        {
            foreach (var missing in RequiredForRealRun.Where(setting => !reader.IsSet(setting)))
            {
                reader.AddError($"{missing.Name} is not set: required when {DryRun.Name}=false");
            }
        }

        if (settings.DryRun && settings.ZohoRefreshToken is not null)
        {
            foreach (var missing in AccompanyingRefreshToken.Where(setting => !reader.IsSet(setting)))
            {
                reader.AddError($"{missing.Name} is not set: required with {ZohoRefreshToken.Name}");
            }
        }

        if (settings.IdempotencyTtl < settings.EventTtl)
        {
            reader.AddError($"{IdempotencyTtl.Name} is shorter than {EventTtl.Name}: "
                + "a repetition would be processed again while its event is still kept");
        }

        if (settings.Role != HostRole.Worker)
        {
            WarnAboutSignatures(settings, reader, warnings);
        }

        if (!reader.IsSet(SlackWebhookUrl))
        {
            warnings.Add($"{SlackWebhookUrl.Name} is not set: alerts are only logged.");
        }

        WarnAboutCustomFields(settings, reader, warnings);
    }

    private static void WarnAboutSignatures(SalesIntelSettings settings, SettingsReader reader, List<string> warnings)
    {
        if (settings is { DryRun: false, AllowUnsignedWebhooks: true })
        {
            warnings.Add($"{AllowUnsigned.Name} is true in a real run: "
                + "anybody who knows the URL of a source without a key can write to the CRM.");
        }

        var answer = settings.AllowUnsignedWebhooks ?? settings.DryRun ? "are accepted unsigned" : "are refused with 401";
        if (!reader.IsSet(CalendlySigningKeys))
        {
            warnings.Add($"{CalendlySigningKeys.Name} is not set: Calendly webhooks {answer}.");
        }

        if (!reader.IsSet(ReadAiSigningKeys) && !reader.IsSet(ReadAiSharedSecret))
        {
            warnings.Add($"Neither {ReadAiSigningKeys.Name} nor {ReadAiSharedSecret.Name} is set: Read.ai webhooks {answer}.");
        }
    }

    private static void WarnAboutCustomFields(SalesIntelSettings settings, SettingsReader reader, List<string> warnings)
    {
        foreach (var name in reader.NamesWith(CustomFieldNames.Prefix)
            .Where(name => !CustomFieldNames.All.Any(known => known.Key.Equals(name, StringComparison.OrdinalIgnoreCase))))
        {
            warnings.Add($"{name} is not a known variable and has no effect. Did you mean {CustomFieldNames.Nearest(name)}?");
        }

        foreach (var shared in settings.CustomFields.GroupBy(field => field.Value, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1))
        {
            warnings.Add($"{string.Join(" and ", shared.Select(field => field.Key))} name the same field '{shared.Key}': "
                + "one overwrites the other.");
        }

        var empty = CustomFieldNames.All.Count - settings.CustomFields.Count;
        if (empty > 0)
        {
            warnings.Add($"{empty} of {CustomFieldNames.All.Count} {CustomFieldNames.Prefix}* variables are empty: "
                + "what they would hold is not written to the CRM.");
        }
    }
}
