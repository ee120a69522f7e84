namespace SalesIntel.Zoho.Client;

/// <summary>The body of an insert, update or upsert.</summary>
internal sealed record WriteBody
{
    private static readonly string[] UpsertActions = ["insert", "update"];
    private static readonly FrozenSet<string> Members =
        RecordsJson.Wire.WriteBody.Properties.Select(member => member.Name).Where(name => name != "data").ToFrozenSet(StringComparer.Ordinal);

    [JsonPropertyName("data")]
    public required IReadOnlyList<JsonNode> Data { get; init; }

    [JsonPropertyName("duplicate_check_fields")]
    public IReadOnlyList<string>? DuplicateCheckFields { get; init; }

    [JsonPropertyName("trigger")]
    public IReadOnlyList<string>? Trigger { get; init; }

    [JsonPropertyName("skip_feature_execution")]
    public IReadOnlyList<FeatureSwitch>? Skip { get; init; }

    [JsonPropertyName("apply_feature_execution")]
    public IReadOnlyList<FeatureSwitch>? Apply { get; init; }

    [JsonPropertyName("lar_id")]
    public string? AssignmentRule { get; init; }

    /// <summary>True for the name of what goes with the records and is none of them.</summary>
    public static bool IsBesideRecords(string name) => Members.Contains(name);

    /// <summary>As it goes over the wire.</summary>
    public static byte[] Of(IReadOnlyList<JsonNode> records, ZohoWriteSettings? settings, bool isUpsert)
    {
        var body = new WriteBody
        {
            Data = records,
            DuplicateCheckFields = settings is { DuplicateCheckFields.Count: > 0 } ? settings.DuplicateCheckFields : null,
            Trigger = settings?.Trigger,
            Skip = settings is not { SkipCadences: true } ? null
                : isUpsert ? [.. UpsertActions.Select(action => new FeatureSwitch("cadences", action))]
                : [new FeatureSwitch("cadences", null)],
            Apply = settings is { ApplyLayoutRules: true } ? [new FeatureSwitch("layout_rules", null)] : null,
            AssignmentRule = settings?.AssignmentRuleId,
        };
        return JsonSerializer.SerializeToUtf8Bytes(body, RecordsJson.Wire.WriteBody);
    }
}
