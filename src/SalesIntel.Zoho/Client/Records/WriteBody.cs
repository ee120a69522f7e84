namespace SalesIntel.Zoho.Client;

/// <summary>The body of an insert, update or upsert.</summary>
internal sealed record WriteBody
{
    private static readonly string[] UpsertActions = ["insert", "update"];

    [JsonPropertyName(WriteParts.Records)]
    public required IReadOnlyList<JsonNode> Data { get; init; }

    [JsonPropertyName(WriteParts.DuplicateCheckFields)]
    public IReadOnlyList<string>? DuplicateCheckFields { get; init; }

    [JsonPropertyName(WriteParts.Trigger)]
    public IReadOnlyList<string>? Trigger { get; init; }

    [JsonPropertyName(WriteParts.Skip)]
    public IReadOnlyList<FeatureSwitch>? Skip { get; init; }

    [JsonPropertyName(WriteParts.Apply)]
    public IReadOnlyList<FeatureSwitch>? Apply { get; init; }

    [JsonPropertyName(WriteParts.AssignmentRule)]
    public string? AssignmentRule { get; init; }

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
