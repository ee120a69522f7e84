namespace SalesIntel.Zoho.Client;

/// <summary>One record that is to be written.</summary>
/// <param name="Module">API name of the module.</param>
/// <param name="Id">The record's id; null where it is found by its values.</param>
/// <param name="Record">Its values by API name.</param>
/// <param name="Settings">What Zoho is to do besides.</param>
internal sealed record WriteRequest(string Module, string? Id, JsonObject Record, ZohoWriteSettings? Settings)
{
    private static readonly string[] ByEmail = ["Email"];

    private string? group;

    /// <summary>What requests have in common that go with one call: its address, and all that stands beside the records.</summary>
    public string Group => group ??= Settings is { } settings
        ? $"{Module}\n{Convert.ToBase64String(WriteBody.Of([], settings with { Priority = default }, Id is null))}"
        : Module;

    /// <summary>About how many characters it has.</summary>
    public int Size { get; } = SizeOf(Record);

    /// <summary>The value by which an upsert finds the record; null when it can't be told.</summary>
    public string? MatchedBy =>
        (Settings is { DuplicateCheckFields.Count: > 0 } ? Settings.DuplicateCheckFields : ByEmail) is [var only]
        && Record[only]?.ToString().Trim().ToUpperInvariant() is { Length: > 0 } value
            ? value
            : null;

    private static int SizeOf(JsonNode? value) => value switch
    {
        JsonObject record => record.Sum(field => field.Key.Length + 6 + SizeOf(field.Value)),
        JsonArray list => list.Sum(SizeOf) + list.Count,
        JsonValue text when text.TryGetValue<string>(out var characters) => characters.Length,
        _ => 20,
    };
}
